/**
 * Stands in for html2canvas, canvg and dompurify (see vite.config.ts). jsPDF imports them to turn
 * HTML and SVG into pictures, which we never ask of it; without them it is half the size.
 */
export default {}
