/** Words that the reader selected with the mouse or a finger, as a place in the document's text. */
import { useEffect, useState } from "react";
import type { Span } from "../../../src/model.ts";

/** Where a point of the page lies in the text: paragraphs tell where they start, and hold nothing but the text. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]");
  if (!paragraph) return null;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  return Number(paragraph.dataset.start) + range.toString().length;
}

/** The selected stretch without white space at its edges; null where nothing or something else is selected. */
function selectedSpan(text: string): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  let start = offsetOf(range.startContainer, range.startOffset);
  let end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** Follows the selection. */
export function useSelectedSpan(text: string): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    const changed = () => {
      const now = selectedSpan(text);
      setSpan((before) => (before?.start === now?.start && before?.end === now?.end ? before : now));
    };
    document.addEventListener("selectionchange", changed);
    return () => document.removeEventListener("selectionchange", changed);
  }, [text]);
  return span;
}
