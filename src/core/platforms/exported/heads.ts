import { figureColumn as figure, type Column } from './column.ts'

/**
 * What the heads of platforms' exports mean, as 公众号, 视频号, 抖音, 头条号, 微博, 知乎 and the
 * statistics of web sites (百度统计, CNZZ) write them. The first pattern that fits a head counts, so
 * the more special stand first; of its meanings the first that such a platform has.
 */
export const meanings: readonly (readonly [RegExp, ...Column[]])[] = [
  // A rate, an average or a comparison is no count, whatever it is a rate of.
  [/率|占比|比例|比重|百分|[%％]|平均|人均|日均|篇均|条均|每次|同比|环比|增幅|增长/, 'skip'],
  [/时长|停留/, 'skip'],
  [/^(?:年|年度|年份)$|日期|时间|月份|^date$/i, 'date'],
  [/账号\s*id$|微信号|抖音号/i, 'account'],
  [/(?:^|[^a-z])u?id$|url$|链接|网址|标识码|编号|序号/i, 'skip'],
  [/状态|体裁|类型|位置|工具|来源|备注|标签|话题|渠道|地区|经纪/, 'skip'],
  [/标题|题目|正文|(?:作品|视频|内容|文章|图文|稿件|笔记)(?:名称?|描述)$/, 'item'],
  [/取消关注|取关|流失|减少|掉粉/, 'skip'],
  // Not everybody who follows, or who came by one article.
  [/铁粉|活跃|阅读后关注/, 'skip'],
  [/注册用户/, figure('users', 'end')],
  [/新访客|老访客|新独立|回访/, 'skip'],
  [/独立用户|独立访客|访客|(?:^|[^a-z])uv(?:$|[^a-z])/i, figure('visitors')],
  [/净增|净涨|(?:关注|粉丝|用户|订阅).{0,20}(?:变化|增量)/, figure('followersNet')],
  [/新增?(?:关注|粉丝|用户|订阅)|涨粉|(?:关注|粉丝|用户|订阅).{0,20}增加/, figure('followersNew')],
  // What followers did, beside what everybody did.
  [/粉丝.{0,20}(?:阅读|播放|展现|观看|点赞|评论)/, 'skip'],
  [
    /(?:累[积计]|总)(?:关注|粉丝|用户|订阅)|(?:关注者?|粉丝|订阅|用户)总?(?:数|量|人数)/,
    figure('followersEnd', 'end')
  ],
  // Persons are no times, and those of a day are no part of a year's.
  [/人数/, 'skip'],
  [/分享|转发|收藏|原文|推荐|展现|曝光|转评赞|输出/, 'skip'],
  [/原创/, figure('originals')],
  [/直播(?:场次|场数|次数|数量|数)?$/, figure('live')],
  [/直播/, 'skip'],
  [/浏览|(?:^|[^a-z])pv(?:$|[^a-z])|总访问量/i, figure('pv'), figure('views')],
  [/阅读|播放|观看/, figure('views')],
  [/点赞|获赞|赞同/, figure('likes')],
  [/评论/, figure('comments')],
  [/视频(?:数|条数|数量|发布)/, figure('videos')],
  [/主页/, 'skip'],
  [/访问/, figure('visits')],
  [/办结/, figure('msgsDone')],
  [/留言|咨询/, figure('msgsIn')],
  [/发布|推送|推文|发稿|发文|发博|发表|群发|文章数|篇数|信息数|作品数|条数/, figure('posts')],
  [/指标|项目/, 'label'],
  [/账号名|平台名|公众号|账号|名称|网站名|主播/, 'account'],
  [/上年|去年|同期/, 'last'],
  [/本年|今年|^数[值量]/, 'this']
]

/** Taken only where no other column says it: 喜欢 stands beside 点赞, and instead of it. */
export const weaker: typeof meanings = [[/喜欢/, figure('likes')]]
