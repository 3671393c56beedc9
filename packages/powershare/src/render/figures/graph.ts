import { msg } from "../../core/message.ts";
import type { GraphData } from "../../report/blocks.ts";
import { all, coordinate, el, type Markup } from "../html/markup.ts";
import type { Words } from "../words.ts";
import { layGraph, type Node } from "./graph-layout.ts";
import { cross, levelMark } from "./glyphs.ts";
import { along, between, bow, distance, hits, type Point, straight, type Way } from "./plane.ts";
import { type Frame, svg, unmirrored, word, writeLines } from "./svg.ts";
import { widest, wrap } from "./text.ts";

type Edge = GraphData["edges"][number];

/** How many actors are drawn; with fewer or more a list says it better. */
const [fewest, most] = [4, 14];
const leading = 16;

/**
 * Who deals with whom: boxes joined by lines, thick for joint, medium for coordinate, thin for
 * contact, with a cross for refused and a ring for none; an arrow where only one side is stated.
 *
 * With three actors or fewer, or more than fourteen, it is a list instead.
 */
export function graph(data: GraphData, frame: Frame): Markup {
  if (data.actors.length < fewest || data.actors.length > most || data.edges.length === 0)
    return list(data, frame.words);
  const labels = new Map(data.actors.map((actor) => [actor.id, wrap(actor.name, 116, 13, true)]));
  const sized = data.actors.map((actor) => {
    const lines = labels.get(actor.id)!;
    return { ...actor, width: widest(lines, 13, true) + 16, height: lines.length * leading + 10 };
  });
  const nodes = layGraph(sized, data.edges);
  const bold = new Set(data.actors.filter((actor) => actor.goBetween).map(({ id }) => id));
  const ways = data.edges.map((edge) => wayOf(edge, nodes));
  const drawing = svg(
    frame,
    "any",
    boundsOf(nodes, ways),
    edgesOf(data.edges, ways, nodes),
    nodes.map((node) => box(node, labels.get(node.id)!, bold.has(node.id), frame.words)),
  );
  return all(
    el("div", { class: "scroll", role: "group", tabindex: 0, "aria-label": frame.title }, drawing),
    key(data, frame.words),
  );
}

/** From box to box: straight, or in the flattest bow that touches no other box. */
function wayOf(edge: Edge, nodes: readonly Node[]): Way {
  const [a, b] = [edge.oneSide === edge.b ? edge.b : edge.a, edge.oneSide === edge.b ? edge.a : edge.b];
  const [from, to] = [nodes.find(({ id }) => id === a)!, nodes.find(({ id }) => id === b)!];
  const others = nodes.filter((node) => node !== from && node !== to);
  const ways = [
    straight(from, to),
    ...[30, 50, 70, 95, 120, 150, 190, 240].flatMap((by) => [bow(from, to, by), bow(from, to, -by)]),
  ];
  const struck = ways.map((way) => others.filter((node) => hits(way, node, 6)).length);
  return between(ways[struck.indexOf(Math.min(...struck))]!, from, to, 3);
}

function edgesOf(edges: readonly Edge[], ways: readonly Way[], nodes: readonly Node[]): Markup {
  const marks: Point[] = [];
  const drawn = edges.map((edge, i) => {
    const way = ways[i]!;
    const oneSided = edge.oneSide !== null;
    const end = oneSided ? shortened(way, 5) : way;
    const line = el("path", {
      class: `edge-${edge.level}${oneSided && edge.level !== "refuse" ? " one-side" : ""}`,
      d: pathOf(end),
    });
    return all(line, oneSided && arrow(way, edge.level), markOf(edge, way, marks, nodes));
  });
  return all(drawn);
}

/** A way that ends a little before its tip, which a thick line would blunt. */
function shortened(way: Way, by: number): Way {
  const [before, tip] = [way.at(-2)!, way.at(-1)!];
  const share = Math.max(0, 1 - by / (distance(before, tip) || 1));
  return [...way.slice(0, -1), { x: before.x + (tip.x - before.x) * share, y: before.y + (tip.y - before.y) * share }];
}

const pathOf = (way: Way) => `M${way.map(({ x, y }) => `${coordinate(x)} ${coordinate(y)}`).join("L")}`;

function arrow(way: Way, level: Edge["level"]): Markup {
  const [before, tip] = [way.at(-2)!, way.at(-1)!];
  const length = distance(before, tip) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const wing = (side: 1 | -1) =>
    `${coordinate(tip.x - 10 * ux - side * 5 * uy)} ${coordinate(tip.y - 10 * uy + side * 5 * ux)}`;
  const d = `M${wing(1)}L${coordinate(tip.x)} ${coordinate(tip.y)}L${wing(-1)}`;
  return el("path", { class: level === "refuse" ? "arrow refused" : "arrow", d });
}

/** The cross or the ring on a line, near its middle and clear of other marks and boxes. */
function markOf(edge: Edge, way: Way, marks: Point[], nodes: readonly Node[]): Markup | null {
  if (edge.level !== "refuse" && edge.level !== "none") return null;
  const free = (point: Point) =>
    marks.every((mark) => distance(mark, point) > 20) && nodes.every((node) => !hits([point, point], node, 10));
  const points = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73].map((share) => along(way, share));
  const at = points.find(free) ?? points[0]!;
  marks.push(at);
  const transform = `translate(${coordinate(at.x)} ${coordinate(at.y)})`;
  const clear = el("circle", { class: "clear", r: 9 });
  return el("g", { transform }, clear, edge.level === "refuse" ? cross() : levelMark("none", false));
}

function box(node: Node, lines: readonly string[], bold: boolean, words: Words): Markup {
  const at = { x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height };
  const first = {
    x: node.x,
    y: at.y + leading + 1.5,
    anchor: "middle",
    class: bold ? "box-name bold" : "box-name",
  } as const;
  return all(
    el("rect", { class: bold ? "box between" : "box", rx: 3, ...at }),
    writeLines(unmirrored, first, lines, leading, words),
  );
}

function boundsOf(nodes: readonly Node[], ways: readonly Way[]) {
  const points = ways.flat();
  const lefts = [...nodes.map((node) => node.x - node.width / 2), ...points.map(({ x }) => x)];
  const rights = [...nodes.map((node) => node.x + node.width / 2), ...points.map(({ x }) => x)];
  const tops = [...nodes.map((node) => node.y - node.height / 2), ...points.map(({ y }) => y)];
  const bottoms = [...nodes.map((node) => node.y + node.height / 2), ...points.map(({ y }) => y)];
  const [x, y] = [Math.floor(Math.min(...lefts)) - 4, Math.floor(Math.min(...tops)) - 4];
  return { x, y, width: Math.ceil(Math.max(...rights)) + 4 - x, height: Math.ceil(Math.max(...bottoms)) + 4 - y };
}

/** What the lines mean: those that occur. */
function key(data: GraphData, words: Words): Markup {
  const line = (className: string, mark?: Markup) =>
    el(
      "svg",
      { class: "sample", viewBox: "0 -11 40 22", "aria-hidden": "true" },
      el("path", { class: className, d: "M2 0H38" }),
      mark,
    );
  const middle = (mark: Markup) =>
    el("g", { transform: "translate(20 0)" }, el("circle", { class: "clear", r: 9 }), mark);
  const has = (level: Edge["level"]) => data.edges.some((edge) => edge.level === level);
  const item = (sample: Markup, id: string) => el("li", {}, sample, " ", word(words, id));
  const arrowHead = el("path", { class: "arrow", d: "M28-5 38 0 28 5" });
  const items = [
    has("joint") && item(line("edge-joint"), "level.joint"),
    has("coordinate") && item(line("edge-coordinate"), "level.coordinate"),
    has("contact") && item(line("edge-contact"), "level.contact"),
    has("none") && item(line("edge-none", middle(levelMark("none", false))), "level.none"),
    has("refuse") && item(line("edge-refuse", middle(cross())), "graph.refused"),
    data.edges.some((edge) => edge.oneSide !== null) && item(line("edge-contact one-side", arrowHead), "graph.oneSide"),
    data.actors.some((actor) => actor.goBetween) && item(boxSample(), "graph.between"),
  ];
  return el("ul", { class: "key", role: "list" }, items);
}

const boxSample = () =>
  el(
    "svg",
    { class: "sample", viewBox: "0 -11 40 22", "aria-hidden": "true" },
    el("rect", { class: "box between", x: 3, y: -8, width: 34, height: 16, rx: 3 }),
  );

function list(data: GraphData, words: Words): Markup {
  if (data.edges.length === 0) return el("p", {}, word(words, "graph.none"));
  const name = (id: string) => data.actors.find((actor) => actor.id === id)?.name ?? id;
  const said = data.edges.map((edge) => {
    const level = word(words, `level.${edge.level}`);
    const [from, to] = edge.oneSide === edge.b ? [edge.b, edge.a] : [edge.a, edge.b];
    const text = msg(edge.oneSide === null ? "html.graph.both" : "html.graph.one", {
      from: name(from),
      to: name(to),
      level,
    });
    return el("li", {}, words.say(text));
  });
  return el("ul", { class: "sentences" }, said);
}
