import { useState } from "react";
import { resources } from "../api/resources.ts";
import { useResource } from "../state/query.ts";
import { Chooser, nearestFirst } from "./chooser.tsx";
import { Dialog } from "./dialog.tsx";
import { VERDICT_WORDS } from "./verdict.tsx";

interface Props {
  c: string;
  title: string;
  /** Points that make no sense to choose. */
  not?: readonly string[];
  onChoose(point: string, question: string): void;
  onClose(): void;
}

/** Chooses a point of the collection by its words. */
export function PointDialog({ c, title, not = [], onChoose, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const { data, settled } = useResource(resources.board(c, { q: typed.trim(), limit: 30 }), true);
  const choices = (data?.points ?? [])
    .filter((p) => !not.includes(p.id))
    .map((p) => ({ id: p.id, label: p.question, hint: VERDICT_WORDS[p.verdict] }));
  return (
    <Dialog title={title} onClose={onClose}>
      <Chooser
        label="Point"
        placeholder="Words of its question"
        choices={nearestFirst(choices, typed)}
        settled={settled}
        narrow={false}
        value={typed}
        onType={setTyped}
        onChoose={({ id, label }) => {
          onClose();
          onChoose(id, label);
        }}
      />
    </Dialog>
  );
}
