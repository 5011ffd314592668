// Small comforts. Every page works without this file.
(() => {
  "use strict";
  document.documentElement.classList.add("enhanced");

  // Choosing a language is enough; the button stays for those without scripts.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
  });

  // The account menu closes on Escape and when the reader goes elsewhere.
  const close = (menu) => menu.removeAttribute("open");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("[data-closes-itself][open]")) {
      close(menu);
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("[data-closes-itself][open]")) {
      if (!menu.contains(event.target)) close(menu);
    }
  });

  // After a refused form the reader starts at the summary of errors.
  document.querySelector("[data-takes-focus]")?.focus();
})();
