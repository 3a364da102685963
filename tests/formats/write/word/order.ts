import type { XmlElement } from '../../../../src/formats/source/xml.ts'

/**
 * The order in which ECMA-376 part 1 (annex A.1) has the children of an element. Word and WPS call a
 * file damaged, or do not see a setting, where another order was written.
 */
const orders: Readonly<Record<string, string>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  tbl: 'tblPr tblGrid tr',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  tr: 'tblPrEx trPr tc',
  tc: 'tcPr p',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange',
  tblBorders: 'top left start bottom right end insideH insideV',
  tblCellMar: 'top left start bottom right end',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  settings:
    'writeProtection view zoom mirrorMargins documentProtection defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  compat:
    'spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting',
  font: 'altName panose1 charset family notTrueType pitch sig',
  inline: 'extent effectExtent docPr cNvGraphicFramePr graphic'
}

/** Where an element has a child out of order, or one that it cannot have. */
export function outOfOrder(root: XmlElement): string[] {
  const children = root.children.filter((child): child is XmlElement => typeof child !== 'string')
  const order = orders[root.name]?.split(' ').filter(Boolean) ?? []
  const places = children.map(({ name }) => order.indexOf(name))
  const wrong = order.length
    ? places.flatMap((place, i) =>
        place < 0 || place < (places[i - 1] ?? 0) ? [`${root.name} > ${children[i]?.name}`] : []
      )
    : []
  return [...wrong, ...children.flatMap(outOfOrder)]
}
