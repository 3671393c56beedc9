import { paletteStyle } from "../figures/colours.ts";
import { figureStyle } from "../figures/style.ts";

/** The style sheet of a report: tokens, type, parts of the page, figures, narrow pages, print. */
export function pageStyle(): string {
  return [tokens, paletteStyle(), type, parts, tables, figureStyle, narrow, print].join("\n");
}

const tokens = `
:root{color-scheme:light dark;
--paper:#fff;--wash:#f5f4ef;--ink:#1b1d22;--ink-2:#54585f;--line:#d8d5cd;--edge:#8a8a84;--link:#1f5fa8;--refuse:#a3230f;--mark:#fff3c4;
--serif:Charter,"Noto Serif",Cambria,Georgia,serif;--sans:"Noto Sans",system-ui,"Segoe UI",sans-serif;--leading:1.47}
:root[dir=rtl]{--serif:"Noto Naskh Arabic","Geeza Pro","Noto Serif",Tahoma,serif;--sans:"Noto Sans Arabic","Noto Sans","Geeza Pro",Tahoma,sans-serif;--leading:1.7}
@media screen and (prefers-color-scheme:dark){:root{
--paper:#14161a;--wash:#1d2026;--ink:#ecebe6;--ink-2:#a9adb5;--line:#343941;--edge:#7b828c;--link:#8ab8f0;--refuse:#ff9c85;--mark:#4a3f12}}
@media (forced-colors:active){:root{
--paper:Canvas;--wash:Canvas;--ink:CanvasText;--ink-2:CanvasText;--line:CanvasText;--edge:CanvasText;--link:LinkText;--refuse:CanvasText;--mark:Canvas}}`;

const type = `
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:17px/var(--leading) var(--serif);-webkit-text-size-adjust:100%;text-size-adjust:100%}
html[dir=rtl]{font-size:18.4px}
body{margin:0 auto;max-inline-size:1080px;padding-inline:40px;overflow-wrap:break-word}
h1,h2,h3,p,ul,ol,figure{margin:0}
h1{font-size:41px;line-height:1.14;letter-spacing:-.005em;max-inline-size:21em;text-wrap:balance}
h2{font-size:27px;line-height:1.25}
h3{font:600 17px/1.4 var(--sans);margin-block:24px 8px}
[dir=rtl] :is(h1,h2,h3){letter-spacing:0;line-height:1.5}
a{color:var(--link);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
main p,main li{max-inline-size:66ch}
main p:is(.note,.refs){max-inline-size:100ch}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:8px;inset-block-start:-60px;background:var(--paper);padding:8px 16px;z-index:1;font:15px var(--sans)}
.skip:focus{inset-block-start:8px}`;

const parts = `
.masthead{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 24px;margin-block-start:26px;padding-block:8px 24px;border-block-start:3px solid var(--ink);font:13px/1.5 var(--sans);color:var(--ink-2)}
.masthead b{color:var(--ink);margin-inline-end:6px}
.lead{font-size:20px;line-height:1.45;color:var(--ink-2);max-inline-size:35em;margin-block-start:12px}
.findings-and-rests{display:flex;gap:40px;align-items:flex-start;border-block:1px solid var(--line);margin-block-start:24px;padding-block:18px 24px}
.findings{flex:1 1 auto;min-inline-size:0}
.findings h2{font-size:19px}
.findings ol{list-style:none;padding:0;counter-reset:finding}
.findings li{counter-increment:finding;position:relative;padding-inline-start:36px;margin-block-start:10px;max-inline-size:42em}
.findings li::before{content:counter(finding);position:absolute;inset-inline-start:0;font:600 19px/1.35 var(--sans);color:var(--ink-2)}
.reason{color:var(--ink-2)}
.rests{flex:0 0 280px;background:var(--wash);padding:14px 16px 18px;font:14px/1.5 var(--sans)}
.rests h2{font:600 14px/1.5 var(--sans);margin-block-end:4px}
.rests ul{list-style:none;padding:0;display:grid;grid-template-columns:max-content 1fr;gap:6px 10px}
.rests li{display:grid;grid-column:1/-1;grid-template-columns:subgrid}
.rests li b{text-align:end;font-variant-numeric:tabular-nums}
.rests p{margin-block-start:8px}
main>section{border-block-start:1px solid var(--ink);margin-block-start:40px;padding-block-start:12px}
.count{margin-inline-end:.28em}
.answer{font-size:19px;line-height:1.45;max-inline-size:36em;margin-block:2px 0}
section>p:not(.answer),section>ul{margin-block:10px}
section:not(.rests)>ul>li+li{margin-block-start:5px}
.dated{list-style:none;padding:0}
.dated li{display:grid;grid-template-columns:9.5em 1fr;gap:0 16px;margin-block:8px;max-inline-size:none}
.dated li>span{grid-column:2;max-inline-size:60ch}
.dated time{font:14.5px/25px var(--sans);color:var(--ink-2)}
.why{border-inline-start:3px solid var(--edge);padding-inline-start:16px;margin-block:24px;font:14.5px/1.5 var(--sans);max-inline-size:720px}
.why h3{font-size:14.5px;margin-block:0 4px}
.why p{max-inline-size:none}
.ref{position:relative;display:inline-block;font:12px/1.4 var(--sans);border:1px solid var(--edge);border-radius:3px;padding:0 5px;color:var(--ink-2);text-decoration:none;vertical-align:.08em;max-inline-size:100%}
a.ref:hover{color:var(--link);border-color:var(--link)}
.refs{margin-block-start:6px;font:13px/1.5 var(--sans);color:var(--ink-2)}
.note{font:13px/1.5 var(--sans);color:var(--ink-2);margin-block-start:8px}
.sources ol{font:14px/1.5 var(--sans);padding-inline-start:2.6em;margin-block-start:8px}
.sources li{max-inline-size:100ch;padding-block:2px}
.sources li:target{background:var(--mark)}
.source-note,.address{color:var(--ink-2)}
.colophon{border-block-start:1px solid var(--line);margin-block:40px 24px;padding-block-start:10px;font:13px/1.5 var(--sans);color:var(--ink-2);overflow-wrap:anywhere}`;

const tables = `
.table{margin-block-start:20px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;min-inline-size:min(100%,26rem);font:14.5px/1.4 var(--sans);font-variant-numeric:tabular-nums}
caption{text-align:start;font-weight:600;padding-block-end:6px}
th,td{padding-block:4.5px;padding-inline:18px 0;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
:is(th,td):first-child{padding-inline-start:0}
:is(th,td):last-child{padding-inline-end:8px}
thead th{font-size:13px;font-weight:600;color:var(--ink-2);vertical-align:bottom;border-block-end:1px solid var(--ink);max-inline-size:9em}
tbody th{font-weight:400}
tbody tr:last-child :is(th,td){border-block-end:0}
tfoot :is(th,td){font-weight:600;border-block-start:1px solid var(--ink);border-block-end:0}
:is(th,td).end{text-align:end;white-space:nowrap;padding-inline:12px 8px}
thead th.end{white-space:normal}
.marked{background:var(--mark)}
.name{color:var(--ink-2)}
.swatch{display:inline-block;inline-size:11px;block-size:11px;border-radius:2px;margin-inline-end:7px;background:var(--c);border:1px solid var(--o,var(--c));forced-color-adjust:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.swatch.hollow{background:none;border:1px solid var(--edge)}
details{margin-block-start:16px}
summary{font:14.5px/1.5 var(--sans);color:var(--link);cursor:pointer;padding-block:3px;inline-size:fit-content}
details[open]>.table{margin-block-start:8px}`;

const narrow = `
@media (max-width:900px){.findings-and-rests{flex-direction:column;gap:20px}.rests{flex-basis:auto;inline-size:100%}}
@media (max-width:640px){
body{padding-inline:16px}
h1{font-size:29px}
h2{font-size:23px}
.lead{font-size:18px}
.answer{font-size:18px}
.findings li{padding-inline-start:28px}
.dated li{grid-template-columns:1fr}
.dated li>span{grid-column:1}
section>ul:not([role],.dated),.sentences{padding-inline-start:1.2em}
caption>span{display:block;position:sticky;inset-inline-start:0;max-inline-size:calc(100vw - 32px)}
th,td{padding-inline-start:14px}
tbody th{min-inline-size:8.5em}
td:not(.end){min-inline-size:8em}
td:not(.end):last-child{min-inline-size:14em}
a.ref,summary{padding-block:3px}
summary{padding-block:9px}}`;

const print = `
@media print{
:root{color-scheme:light;--wash:none;--ink:#000;--ink-2:#444;--line:#bbb;--edge:#777;--link:#000;--refuse:#000;--mark:#ebebeb}
html{font-size:10pt}
body{max-inline-size:none;padding:0}
h1{font-size:24pt}
h2{font-size:16pt}
h3,.why h3{font-size:10pt}
.lead,.answer{font-size:12pt}
.findings h2{font-size:12pt}
.findings li::before{font-size:11pt}
.masthead{margin-block-start:0;padding-block-end:12px}
.masthead,.note,.colophon,.rests,.rests h2,.sources ol,.dated time{font-size:8.5pt}
table,.why,caption,.why h3,figcaption,figcaption b,.key,.sentences,.thresholds{font-size:8.5pt}
thead th,.ref{font-size:7.5pt}
th,td{padding-block:2.5px}
main>section{margin-block-start:24px}
.findings-and-rests{flex-direction:row;gap:24px}
.rests{flex:0 0 52mm;border-inline-start:1px solid var(--line);padding-block:0;inline-size:auto}
.drawn{max-block-size:220mm}
.beside{flex-wrap:nowrap}
.pair{display:block}
.pair :is(.key,figcaption,.note,.refs){contain:none}
.beside>div:first-child{flex:1 1 0}
.thresholds{flex-basis:36mm}
.thresholds b{font-size:11pt}
.skip{display:none}
.marked{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow:visible}
.scroll>.drawn{max-inline-size:100%;zoom:.75}
details::details-content{content-visibility:visible;display:block;block-size:auto}
summary{display:none}
.colophon{break-before:avoid;margin-block:16px 0}
h2,h3,figcaption,.answer,caption{break-after:avoid}
.drawing,figcaption,.short .table,.why,.answer,tr,li,.rests{break-inside:avoid}
thead{display:table-header-group}
p,li{orphans:3;widows:3}
.sources a[href^=http]::after{content:" <" attr(href) ">";color:var(--ink-2);overflow-wrap:anywhere}}`;
