// What follows for the pages from what is known of an ask: its answer in words, and what was thought beside what came.
const CAME = { yes: 0, no: 100 };
const OWN_LANDING = { yes: "own_taken", no: "own_pushed" };

// Which of the five words a rating from 0 to 100 is, as the server has it.
const fifth = (rating) => Math.floor((rating * 5) / 101);

// The name of what is said after an answer, as the server has it.
function landingOf(came, manner, medium, own_no) {
  if (came === "went") return "warm_up";
  if (own_no) return OWN_LANDING[came] ?? "own_open";
  if (manner) return manner === "counter_offer" ? "offer" : manner;
  return came === "no_reply" && medium === "written" ? "sent" : came;
}

// What the pages ask for beyond what was typed: how the answer is said, and what is compared with what.
export function seenIn({ outcome, manner, answers, own_no, medium, feared, feared_words, feared_happened, ...said }) {
  const told = manner ? (manner === "granted_anyway" ? "no" : "maybe") : outcome;
  const came = told && answers === "went" ? answers : told;
  const isFeared = (feared ? feared !== "curious" : feared_words) && !(medium === "written" && came === "no_reply");
  const kind = isFeared ? "fear" : own_no ? "own" : "no";
  const thought = isFeared ? said.feared_before : said.no_before;
  const isCompared = came && (isFeared || (thought && came in CAME));
  const happened = isCompared && (isFeared ? feared_happened : came);
  return {
    outcome: came,
    landing: came && landingOf(came, manner, medium, own_no),
    compared: isCompared ? "came" : "",
    asked: isCompared && !happened ? feared || "own" : "",
    thought,
    thought_in: happened && thought ? kind + fifth(thought) : "",
    came: CAME[happened] ?? happened,
    came_in: happened ? kind + happened : "",
    again: happened && isFeared ? "yes" : "",
    moved: said.feared_before && said.feared_after ? fifth(said.feared_after) - fifth(said.feared_before) : undefined,
    missed: came === "yes" && !own_no && fifth(said.no_before) > 2 ? "yes" : "",
  };
}
