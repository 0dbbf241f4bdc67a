/* The reader's choice of colours, made before anything is painted; kept as the theme keeps it, which makes it later, and
   styles the whole page anew for it four times. */
(() => {
  "use strict";
  const { body, documentElement, head } = document;
  const form = document.getElementById("x-colours"),
    inputs = [...form.querySelectorAll("input")];
  const key = (name) => `data-md-color-${name}`,
    media = (input) => input.getAttribute(key("media")),
    follows = (input) => media(input) === "(prefers-color-scheme)",
    suits = (input) => matchMedia(media(input)).matches;
  const [scheme, paper] = ["color-scheme", "theme-color"].map((name) =>
    head.appendChild(Object.assign(document.createElement("meta"), { name })),
  );
  let chosen;

  function paint() {
    const like = (follows(chosen) && inputs.find((input) => !follows(input) && suits(input))) || chosen;
    chosen.checked = true;
    const color = { media: media(chosen) };
    for (const name of ["scheme", "primary", "accent"]) color[name] = like.getAttribute(key(name));
    for (const name in color) body.setAttribute(key(name), color[name]);
    for (const input of inputs) {
      const label = input.nextElementSibling;
      if (label?.matches("label")) label.hidden = input !== chosen;
    }
    const { colorScheme, backgroundColor } = getComputedStyle(form.closest("header"));
    Object.assign(scheme, { content: colorScheme });
    Object.assign(paper, { content: backgroundColor });
    return color;
  }
  function choose(input) {
    chosen = input;
    body.setAttribute(key("switching"), ""); // nothing fades from colour to colour
    __md_set("__palette", { index: inputs.indexOf(input), color: paint() });
    setTimeout(() => body.removeAttribute(key("switching")));
  }

  const kept = __md_get("__palette")?.index;
  chosen = inputs[kept] || inputs.find(suits) || inputs[0];
  paint();
  form.addEventListener("change", ({ target }) => choose(target));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const next = inputs[(inputs.indexOf(chosen) + 1) % inputs.length];
    next.click();
    next.focus();
  });
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", paint);

  /* What the theme's script would mark later: then there is nothing left for it to style anew. */
  documentElement.classList.replace("no-js", "js");
  documentElement.classList.add("js-focus-visible");
})();
