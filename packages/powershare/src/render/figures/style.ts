/** The style sheet of the drawings: their text, lines and fills, all by the variables of the page. */
export const figureStyle: string = `
figure{margin-block:24px 0}
figcaption{font:14.5px/1.5 var(--sans);margin-block-end:14px;max-inline-size:66em}
figcaption b{display:block;font-size:15px;font-weight:600}
figcaption span{color:var(--ink-2)}
.drawing{break-inside:avoid}
.drawn{display:block;max-inline-size:100%;block-size:auto;overflow:visible;direction:ltr;forced-color-adjust:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll>.drawn{max-inline-size:none}
.drawn text{font:14px var(--sans);fill:var(--ink);font-variant-numeric:tabular-nums}
.drawn .strong{font-weight:600}
.drawn .large{font-size:17px;font-weight:600}
.drawn .huge{font-size:46px;font-weight:700}
.drawn .small{font-size:13px;fill:var(--ink-2)}
.drawn .rimmed{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.drawn .tiny{font-size:12px;font-weight:600}
.drawn .quiet{fill:var(--ink-2)}
.drawn .on{font-size:13px;font-weight:600;fill:var(--t)}
.drawn .pick{font-size:15px}
.drawn .over{paint-order:stroke;stroke:var(--c);stroke-width:6px;stroke-linejoin:round}
.drawn .box-name{font-size:13px}
.drawn .bold{font-weight:700}
.fill,.fill *{fill:var(--c);stroke:var(--o,none)}
.open,.open *{fill:none;stroke:var(--edge);stroke-width:1.5}
.bracket{fill:none;stroke:var(--c);stroke-width:4}
.leader{fill:none;stroke:var(--edge)}
.limit{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 3}
.limit-halo{fill:none;stroke:var(--paper);stroke-width:4.5}
.strike{fill:none;stroke:var(--refuse);stroke-width:2}
.strike-halo{fill:none;stroke:var(--paper);stroke-width:5}
.formed{fill:var(--ink)}
.edge,.grid,.scale{fill:none;stroke:var(--edge)}
.grid,.scale{stroke:var(--line)}
.diagonal{fill:var(--wash)}
.mark-rim{fill:var(--paper);stroke:var(--ink);stroke-width:1.8}
.mark-fill{fill:var(--ink)}
.mark-cross{fill:none;stroke:var(--refuse);stroke-width:2.8}
.mark-unstated{fill:var(--edge)}
.unstated{fill:none;stroke:var(--edge);stroke-width:3.2;stroke-linecap:round}
.mark-corner{fill:var(--edge)}
.mark-wave{fill:none;stroke:var(--ink);stroke-width:1.5}
.mark-rim.assumed{stroke-dasharray:3 2.2}
.clear{fill:var(--paper)}
.box{fill:var(--paper);stroke:var(--edge)}
.box.between{stroke:var(--ink);stroke-width:2}
[class^=edge-]{fill:none;stroke:var(--ink)}
.edge-joint{stroke-width:4.5}
.edge-coordinate{stroke-width:2.8}
.edge-contact{stroke-width:1.4}
.edge-none{stroke:var(--edge)}
.edge-refuse{stroke:var(--refuse);stroke-width:1.4}
.one-side{stroke-dasharray:6 4}
.arrow{fill:none;stroke:var(--ink);stroke-width:1.6}
.arrow.refused{stroke:var(--refuse)}
.step{fill:none;stroke:var(--c);stroke-width:2.5}
.band{fill:var(--c);fill-opacity:.22;stroke:var(--c);stroke-opacity:.6}
.statement{fill:var(--c);stroke:var(--paper);stroke-width:1.5}
.statement.assumed{fill:var(--paper);stroke:var(--c);stroke-width:2;stroke-dasharray:3 2}
.key{list-style:none;padding:0;margin-block-start:14px;display:flex;flex-wrap:wrap;gap:4px 20px;font:14px/1.5 var(--sans)}
.key li{display:flex;align-items:center;gap:6px}
.glyph{inline-size:22px;block-size:22px;flex:none;overflow:visible}
.sample{inline-size:40px;block-size:22px;flex:none;overflow:visible}
[dir=rtl] .sample{transform:scaleX(-1)}
.sentences{font:14.5px/1.6 var(--sans)}
.beside{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:16px 40px}
.beside>div:first-child{flex:0 1 auto;min-inline-size:0}
.thresholds{flex:0 0 225px;font:14px/1.5 var(--sans)}
.thresholds p{font-weight:600}
.thresholds ul{list-style:none;padding:0}
.thresholds li{display:flex;gap:12px;align-items:baseline;padding-block:8px 4px;border-block-end:1px solid var(--line);color:var(--ink-2)}
.thresholds b{font-size:19px;color:var(--ink);min-inline-size:2.4em;text-align:end;font-variant-numeric:tabular-nums}
.pair{display:flex;flex-wrap:wrap;gap:0 28px;align-items:flex-start}
.pair figure{flex:0 1 auto;min-inline-size:0;max-inline-size:100%}
.pair :is(.key,figcaption,.note,.refs){contain:inline-size}
.narrow{display:none}
@media (max-width:640px){
.wide{display:none}
.narrow{display:block}
.narrow.drawn{inline-size:100%;max-inline-size:440px}
.scroll>.narrow.drawn{inline-size:auto;max-inline-size:none}
.thresholds{flex-basis:100%}}
`;
