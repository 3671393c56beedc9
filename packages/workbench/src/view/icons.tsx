import type { JSX } from "preact";

/** Drawn beside a name or instead of one; the name is always there for those who do not see it. */
const paths = {
  undo: "M7 5 3 9l4 4M3.5 9H11a4 4 0 0 1 0 8H8",
  redo: "m11 5 4 4-4 4M14.5 9H7a4 4 0 0 0 0 8h3",
  share: "M9 11.5V3M5.8 6 9 2.8 12.2 6M5 9H3.5v6.5h11V9H13",
  save: "M9 3v8.5M5.8 8.5 9 11.7l3.2-3.2M3.5 12v3.5h11V12",
  more: "M4 9h.01M9 9h.01M14 9h.01",
  open: "M2.5 14.5v-11h4.2l1.8 2h6v2M2.5 14.5l2-7h12l-2.2 7z",
  report: "M4.5 2.5h6l3 3v10h-9zM7 8.5h4M7 11.5h4",
  print: "M5.5 7V2.5h7V7M5.5 13.5H3V7h12v6.5h-2.5M5.5 11h7v4.5h-7z",
  close: "m4.5 4.5 9 9M13.5 4.5l-9 9",
} as const;

/** Icons that point along the line of reading, and turn with it. */
const turning: ReadonlySet<IconName> = new Set(["undo", "redo"]);

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  const weight = name === "more" ? 2.6 : undefined;
  return (
    <svg class={turning.has(name) ? "icon turns" : "icon"} viewBox="0 0 18 18" aria-hidden="true">
      <path d={paths[name]} stroke-width={weight} />
    </svg>
  );
}

/** Half dark, half light: as the system. */
export function ThemeIcon({ theme }: { readonly theme: "auto" | "light" | "dark" }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="6" />
      {theme === "auto" && <path d="M9 3a6 6 0 0 1 0 12z" fill="currentColor" />}
      {theme === "dark" && <circle cx="9" cy="9" r="6" fill="currentColor" />}
    </svg>
  );
}

/** Four seats of a half circle, as in the icon of the page. */
export function Brand(): JSX.Element {
  return (
    <svg class="brand" viewBox="0 0 16 16" aria-hidden="true">
      <g class="some">
        <circle cx="2.5" cy="11" r="2" />
        <circle cx="5" cy="5.5" r="2" />
      </g>
      <g class="rest">
        <circle cx="11" cy="5.5" r="2" />
        <circle cx="13.5" cy="11" r="2" />
      </g>
    </svg>
  );
}
