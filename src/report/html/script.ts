/**
 * The page's own script: filters, marks that light up together, folded parts that open for a link and for paper.
 * The page reads without it. ASCII only; its hash stands in the page's policy.
 */
export const SCRIPT = String.raw`"use strict";
(function () {
  var d = document;
  var all = function (q, e) { return Array.prototype.slice.call((e || d).querySelectorAll(q)); };
  var list = function (s) { return s ? s.split(" ") : []; };
  d.documentElement.classList.add("js");

  // Statements by number: their note, their marks, their words.
  var byNumber = {};
  all(".note").forEach(function (note) {
    byNumber[note.dataset.n] = { note: note, marks: [], words: [note.textContent], k: list(note.dataset.k),
      sides: list(note.dataset.d), outlet: note.dataset.o, act: note.dataset.a };
  });
  var marks = all("[data-m]").map(function (el) {
    var numbers = list(el.dataset.m).map(function (m) { return m.slice(0, -1); });
    var mark = { el: el, numbers: numbers };
    numbers.forEach(function (n) {
      var s = byNumber[n];
      if (s && s.marks[s.marks.length - 1] !== el) { s.marks.push(el); s.words.push(el.textContent); }
    });
    return mark;
  });
  var fold = function (s) { return s.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, " "); };
  var statements = Object.keys(byNumber).map(function (n) {
    var s = byNumber[n];
    s.words = fold(s.words.join(" "));
    return s;
  });
  var points = all("[data-v]").map(function (el) {
    return { el: el, verdict: el.dataset.v, numbers: list(el.dataset.s), head: fold(el.querySelector("h3") ? el.querySelector("h3").textContent : "") };
  });
  var documents = all("details.document");

  // Filters
  var form = d.getElementById("filters");
  var result = d.querySelector("#filtering .result");
  d.getElementById("filtering").hidden = false;
  var value = function (name) { var f = form.elements[name]; return f ? f.value : ""; };
  var narrowed = function () {
    return Boolean(value("q").trim() || value("speaker") || value("act") || value("side") || value("outlet"));
  };
  function apply() {
    var q = fold(value("q").trim());
    var by = narrowed();
    var verdicts = {};
    var boxes = all('input[name="verdict"]', form);
    boxes.forEach(function (b) { verdicts[b.value] = b.checked; });
    var hits = 0;
    statements.forEach(function (s) {
      s.other = (!value("speaker") || s.k.indexOf(value("speaker")) >= 0) &&
        (!value("act") || s.act === value("act")) &&
        (!value("side") || s.sides.indexOf(value("side")) >= 0) &&
        (!value("outlet") || s.outlet === value("outlet"));
      s.hit = s.other && (!q || s.words.indexOf(q) >= 0);
      if (s.hit) hits++;
      s.note.classList.toggle("off", by && !s.hit);
    });
    marks.forEach(function (m) {
      m.el.classList.toggle("off", by && !m.numbers.some(function (n) { return byNumber[n] && byNumber[n].hit; }));
    });
    var shown = 0;
    points.forEach(function (p) {
      var inHead = q && p.head.indexOf(q) >= 0;
      var ok = (boxes.length === 0 || verdicts[p.verdict]) && (!by || p.numbers.some(function (n) {
        var s = byNumber[n];
        return s && (s.hit || (inHead && s.other));
      }));
      p.el.hidden = !ok;
      if (ok) shown++;
    });
    var left = 0;
    documents.forEach(function (el) {
      var none = by && !all(".note", el).some(function (n) { return !n.classList.contains("off"); });
      el.hidden = none;
      if (!none) left++;
    });
    d.documentElement.classList.toggle("filtered", by);
    var some = by || boxes.some(function (b) { return !b.checked; });
    result.textContent = some ? shown + " of " + points.length + " points, " + hits + " of " + statements.length +
      " statements, " + left + " of " + documents.length + " documents" : "";
  }
  var timer = 0;
  form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(apply, 80); });
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (e) { e.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });

  // A link into a folded or filtered part opens it.
  function target() {
    var id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (e) { return null; }
    return id ? d.getElementById(id) : null;
  }
  function show() {
    var el = target();
    if (!el) return;
    if (el.closest("[hidden]")) form.reset(), apply();
    for (var p = el; p; p = p.parentElement) if (p.tagName === "DETAILS") p.open = true;
    el.scrollIntoView({ block: el.classList.contains("a") ? "center" : "start" });
    lit(el.classList.contains("a") ? numberOf(el) : null, "here");
  }
  function numberOf(a) { var sup = a.querySelector("sup"); return sup ? sup.textContent : null; }
  addEventListener("hashchange", show);

  // A statement's marks and its note light up together.
  function lit(n, name) {
    all("." + name).forEach(function (el) { el.classList.remove(name); });
    var s = n && byNumber[n];
    if (!s) return;
    s.note.classList.add(name);
    s.marks.forEach(function (el) { el.classList.add(name); });
  }
  function under(el) {
    var note = el.closest && el.closest(".note");
    if (note) return note.dataset.n;
    var a = el.closest && el.closest(".a");
    if (a) return numberOf(a);
    var m = el.closest && el.closest("[data-m]");
    if (!m) return null;
    // The shortest statement here is the innermost.
    var numbers = list(m.dataset.m).map(function (x) { return x.slice(0, -1); })
      .filter(function (n) { return byNumber[n]; });
    return numbers.sort(function (a, b) { return byNumber[a].words.length - byNumber[b].words.length; })[0] || null;
  }
  var docs = d.getElementById("documents");
  docs.addEventListener("mouseover", function (e) { lit(under(e.target), "lit"); });
  docs.addEventListener("mouseleave", function () { lit(null, "lit"); });
  docs.addEventListener("focusin", function (e) { lit(under(e.target), "lit"); });

  // A quotation with its reference on the clipboard; where that is refused, its text stands selected to be copied.
  var spoken = d.getElementById("copied");
  function shown(button, text) {
    var box = d.createElement("textarea");
    box.className = "to-copy";
    box.readOnly = true;
    box.rows = 4;
    box.value = text;
    box.setAttribute("aria-label", "The quotation with its reference, selected");
    var close = function () { if (box.parentNode) { box.parentNode.removeChild(box); button.focus(); } };
    box.addEventListener("keydown", function (e) { if (e.key === "Escape") close(); });
    box.addEventListener("copy", function () { setTimeout(function () { close(); done(button); }, 0); });
    all(".to-copy").forEach(function (old) { old.parentNode.removeChild(old); });
    button.parentNode.insertBefore(box, button.nextSibling);
    box.focus();
    box.select();
    box.scrollTop = 0;
    spoken.textContent = "The quotation is selected: copy it with your keyboard, Escape closes.";
  }
  function done(button) {
    button.classList.add("done");
    spoken.textContent = "Copied with its reference.";
    setTimeout(function () { button.classList.remove("done"); spoken.textContent = ""; }, 1600);
  }
  d.addEventListener("click", function (e) {
    var button = e.target.closest && e.target.closest(".copy");
    var s = button && byNumber[button.dataset.c];
    if (!s || !s.note.dataset.q) return;
    var text = s.note.dataset.q;
    if (!navigator.clipboard || !navigator.clipboard.writeText) { shown(button, text); return; }
    navigator.clipboard.writeText(text).then(function () { done(button); }, function () { shown(button, text); });
  });

  // Paper shows everything.
  var folded = [];
  addEventListener("beforeprint", function () {
    folded = all("details:not([open])");
    folded.forEach(function (el) { el.open = true; });
  });
  addEventListener("afterprint", function () { folded.forEach(function (el) { el.open = false; }); folded = []; });

  if (location.hash) show();
})();
`;
