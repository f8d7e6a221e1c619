// 长者版: the checkbox alone works through CSS (:has); this remembers it from page to page.
const root = document.documentElement;
const KEY = "huiyin-elder";
const recall = () => {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
};
root.classList.toggle("elder", recall());
document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("elder");
  box.checked = recall();
  box.addEventListener("change", () => {
    root.classList.toggle("elder", box.checked);
    try {
      localStorage.setItem(KEY, box.checked ? "1" : "0");
    } catch {
      // Storage is refused: the setting holds for this page.
    }
  });
});
