/** What an address asks for: the empty page, a draft of this browser, or a draft that the address itself carries. */
export type Goal =
  | { readonly kind: "start" }
  | { readonly kind: "draft"; readonly id: string }
  | { readonly kind: "link"; readonly fragment: string };

/** Everything is behind the `#`, which no browser sends to a server. */
export function goalOf({ hash }: Pick<Location, "hash">): Goal {
  const id = /^#draft=([0-9a-f]+)$/.exec(hash)?.[1];
  if (id !== undefined) return { kind: "draft", id };
  return hash.startsWith("#s=") ? { kind: "link", fragment: hash } : { kind: "start" };
}

/** The address of a goal, relative to the page. The empty page has a fragment too, to be told from a first visit. */
export function addressOf(goal: Goal, { pathname, search }: Pick<Location, "pathname" | "search">): string {
  const page = pathname + search;
  switch (goal.kind) {
    case "start":
      return `${page}#start`;
    case "draft":
      return `${page}#draft=${goal.id}`;
    case "link":
      return page + goal.fragment;
  }
}
