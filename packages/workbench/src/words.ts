import type { Trouble } from "./draft/trouble.ts";

/** All texts of the page in English; the report brings its own. Another language is another catalogue with these keys. */
const en = {
  "app.name": "powershare",
  "app.skipToText": "Skip to the text",
  "app.skipToResult": "Skip to the result",
  "app.home": "powershare: all cases and drafts",
  "app.dropHere": "Drop a scenario here to open it",

  "start.title": "Write down who agreed on what, and see what follows",
  "start.lead":
    "Relations, votes, governments, shared cabinets: computed from one readable text, with a reason for every number. It all happens in this browser; nothing you write is sent anywhere.",
  "start.opening": "Opening …",
  "start.foot": "powershare says what follows from what was written down. It is no forecast.",
  "start.cases": "Real cases",
  "start.casesWait": "Reading the cases …",
  "start.caseDate": "Facts as of {date}",
  "start.openCase": "Open {title}",
  "start.own": "Your own",
  "start.openFile": "Open a file …",
  "start.openFileNote":
    "A scenario in YAML or JSON, together with the tables it names; or one zip. You can also drop it anywhere on this page.",
  "start.empty": "Empty, with comments",
  "start.emptyNote": "A small scenario that computes, every key explained where it stands.",
  "start.drafts": "Drafts in this browser",
  "start.noDrafts": "None yet. What you open or write is kept here, in this browser only, until you delete it.",
  "start.draftsWait": "Looking for drafts …",
  "start.changed": "changed {when}",
  "start.openDraft": "Open {name}",
  "start.rename": "Rename",
  "start.renameDraft": "Rename {name}",
  "start.delete": "Delete",
  "start.deleteDraft": "Delete {name}",
  "start.deleted": "{name} was deleted.",
  "start.newName": "New name of {name}",

  "bar.rename": "Rename",
  "bar.undo": "Undo",
  "bar.redo": "Redo",
  "bar.share": "Share",
  "bar.save": "Save file",
  "bar.more": "More",
  "bar.open": "Open a file …",
  "bar.report": "Save report (HTML)",
  "bar.print": "Print report",
  "bar.name": "{name}: rename draft",
  "bar.nameField": "Name of the draft",
  "bar.browserOnly": "this browser only",
  "bar.saved": "saved in a file",
  "bar.readOnly": "read only",
  "bar.theme": "Colours: {theme}",
  "theme.auto": "as the system",
  "theme.light": "light",
  "theme.dark": "dark",

  "pane.text": "Text",
  "pane.result": "Result",
  "pane.problems": "Problems",
  "pane.views": "Views",
  "pane.files": "Files of the draft",
  "pane.split": "Width of the text",
  "pane.textWait": "Opening the editor …",
  "tab.write": "Write",
  "tab.result": "Result",
  "tab.problems": "Problems ({n})",

  "result.wait": "Computing …",
  "result.none": "No result yet",
  "result.noneNote": "The text has {problems}. As soon as it can be computed, the report stands here.",
  "result.before": "This is the result before the problem on line {line}.",
  "result.beforeFile": "This is the result before the problem in {file}, line {line}.",
  "result.beforeAt": "Go to line {line}",
  "result.failed": "This could not be computed: {reason}. The text is kept; change it, or report the problem.",

  "problems.none": "No problems",
  "problems.count": { one: "{n} problem", other: "{n} problems" },
  "problems.title": "Problems",
  "problems.line": "Line {line}",
  "problems.fileLine": "{file}, line {line}",
  "problems.goTo": "Go there",
  "problems.goToAt": "Go there: {place}",
  "problems.more": { one: "Show {n} more", other: "Show {n} more" },

  "what.title": "Change something",
  "what.titleChanged": { one: "Change something ({n} changed)", other: "Change something ({n} changed)" },
  "what.original": "originally {value}",
  "what.reset": "Reset",
  "what.resetOne": "Reset {label} to {value}",
  "what.resetAll": "Reset all",
  "what.slider": "{label}, slider",
  "what.note": "Changes are made in the text too. Escape resets a field.",
  "what.refused": "That cannot stand here, so the text was left as it was.",

  "why.close": "Close",
  "why.back": "Back",
  "why.panel": "Why?",

  "live.result": "Result: {title} {problems}.",
  "live.kept": "{problems}. The last result is kept.",
  "live.noResult": "{problems}. There is no result yet.",

  "share.title": "Share this draft",
  "share.wait": "Packing the link …",
  "share.contains":
    "The link holds the whole draft: {files}, with every comment in it. Whoever has the link can read it all. It is not stored anywhere: it travels only in the link itself.",
  "share.files": { one: "{n} file ({names})", other: "{n} files ({names})" },
  "share.length": { one: "{n} character long.", other: "{n} characters long." },
  "share.tooLong":
    "As a link this draft would be {n} characters long. Mail programs and chats cut links beyond 8,000, so save it as a file and send that.",
  "share.link": "Link",
  "share.copy": "Copy link",
  "share.copied": "Copied",
  "share.copyFailed": "The browser did not allow copying. Select the link and copy it yourself.",
  "share.save": "Save file",
  "dialog.close": "Close",
  "dialog.cancel": "Cancel",

  "lock.title": "This draft is open in another tab",
  "lock.text": "Only one tab writes a draft at a time, so that nothing is lost. Here it can be read.",
  "lock.takeOver": "Take over",
  "lock.read": "Only read",
  "notes.label": "About this draft",
  "lock.bar": "Open in another tab: here it can be read.",

  "reminder.text": "This draft exists only in this browser.",
  "reminder.save": "Save a file",
  "reminder.later": "Later",

  "note.undo": "Undo",
  "note.close": "Close this message",
  "note.savedAs": "Saved as {file}.",
  "note.downloaded": "{file} was downloaded.",
  "note.reportSaved": "The report was saved as {file}.",
  "note.noReport": "There is no report while the text has problems.",
  "note.left": { one: "{n} file was left out: {names}.", other: "{n} files were left out: {names}." },
  "note.added": "{names} now belongs to the draft.",
  "note.engineFailed": "The part of the page that computes could not be started: {reason}",
  "note.gone": "{name} was deleted in another tab.",
  "note.keepCopy": "Keep a copy",
  "note.replace": "Replace them",
  "note.tookOver": "Another tab took over. What was written here is kept.",

  "draft.new": "New scenario",
  "draft.numbered": "{name} ({n})",

  "files.scenario": "Scenario and its tables",
  "editor.label": "Text of {file}",
  "editor.labelOne": "Text of the scenario",
  "editor.keys":
    "F8 next problem · F1 help · Ctrl+Space what may stand here · Ctrl+F find · Escape, then Tab leaves the text",
  "editor.tabIndents": "Tab indents",
  "editor.tabIndentsOn": "Tab now indents. Escape, then Tab leaves the text.",
  "editor.tabIndentsOff": "Tab now leaves the text.",
  "editor.readOnly": "The text can now only be read.",
  "editor.writable": "The text can be changed again.",
  "editor.problem": "Problem {index} of {count}, line {line}.",
  "editor.noProblem": "There is no problem in this text.",
  "editor.noHelp": "There is no help for this place.",

  "trouble.storage-blocked":
    "This browser keeps nothing for this page (a private window, perhaps): what you write is gone when the page is closed. Save a file.",
  "trouble.storage-full":
    "The browser's storage is full, so the last changes are not kept there. Save a file, or delete drafts.",
  "trouble.storage-newer":
    "A newer version of this page keeps drafts in this browser. Close this page and open it again, or save a file.",
  "trouble.storage-failed": "The browser did not keep the last changes ({reason}). Save a file; it is tried again.",
  "trouble.draft-gone": "This draft is no longer in this browser.",
  "trouble.taken-over": "Another tab writes this draft now. Here it can be read.",
  "trouble.tail-lost":
    "The last changes before the page ended could not be put back ({changes}). The rest of the draft is here.",
  "trouble.link-damaged": "This link is not whole: it may have been cut on its way. Ask for it again, or for a file.",
  "trouble.link-newer": "This link was made by a newer version of this page. Open it there, or ask for a file.",
  "trouble.link-too-large": "This link holds more than {most} bytes. Ask for a file instead.",
  "trouble.file-name": "{file} is no name that a file can have everywhere. Give it another, and open it again.",
  "trouble.too-many-files": "These are more than {most} files. Choose only those that the scenario names.",
  "trouble.too-large": "{file} is larger than {most} bytes. Choose a smaller one.",
  "trouble.too-large-together":
    "Together these files are larger than {most} bytes. Choose only those that the scenario names.",
  "trouble.not-utf-8": "{file} is not written in UTF-8 (line {line}). Save it as UTF-8 in the program it comes from.",
  "trouble.empty-file": "{file} is empty. Choose another, or begin with the empty scenario.",
  "trouble.no-scenario": "There is no scenario among these files. Choose one that ends with .yaml, .yml or .json.",
  "trouble.zip-damaged": "{file} is not a whole zip. Make it again.",
  "trouble.zip-locked": "{file} is locked with a password. Make a zip without one.",
  "trouble.zip-unknown": "{file} is packed in a way that is not read here. Make an ordinary zip.",
  "trouble.not-allowed": "The browser was not allowed to do that. Try again and allow it, or choose another place.",
  "trouble.would-replace": {
    one: "{first} was changed there since it was opened here. Saving replaces it.",
    other: "{n} files were changed there since they were opened here, {first} first. Saving replaces them.",
  },
  "trouble.not-written": "{file} could not be written ({reason}). Choose another place.",
  "trouble.not-read": "{file} could not be read ({reason}). Choose it again.",
} as const;

export type WordId = keyof typeof en;
type Args = Readonly<Record<string, string | number>>;
type Message = string | { readonly one: string; readonly other: string };

/** The language of the page; the report comes in its own. */
const locale = "en-GB";

const numbers = new Intl.NumberFormat(locale);
const plurals = new Intl.PluralRules(locale);

/**
 * A text of the page.
 *
 * @param args values for the `{slots}`; numbers are written as the language does, and `n` chooses singular or plural
 */
export function t(id: WordId, args: Args = {}): string {
  const message: Message = en[id];
  const text = typeof message === "string" ? message : message[category(args["n"])];
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = args[name];
    if (value === undefined) return slot;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

const category = (n: string | number | undefined): "one" | "other" =>
  plurals.select(Number(n ?? 0)) === "one" ? "one" : "other";

/** What kept something from being done, and what helps. */
export function sayTrouble({ code, args }: Trouble): string {
  return t(`trouble.${code}`, code === "would-replace" ? { ...args, n: args["files"] ?? 1 } : args);
}

/** Names one after another: "a, b and c". */
export function sayList(names: readonly string[]): string {
  return new Intl.ListFormat(locale).format(names);
}

/** A day of the calendar, given as 1994-04-27. */
export function sayDate(date: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" }).format(
    new Date(date),
  );
}

/** How long ago, for a moment in the past: "3 minutes ago". Both in milliseconds since 1970. */
export function sayAgo(at: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const seconds = Math.min(0, Math.round((at - now) / 1000));
  for (const [unit, length] of [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ] as const)
    if (-seconds >= length) return relative.format(Math.ceil(seconds / length), unit);
  return relative.format(0, "second");
}
