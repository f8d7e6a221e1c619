// A page has no today; the reader's browser has: how long ago, or how long until, is said beside each date due.
const DAY = 86_400_000;
const today = Date.parse(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
for (const time of document.querySelectorAll("time[data-due]")) {
  const days = Math.round((today - Date.parse(time.dateTime)) / DAY);
  const tag = document.createElement("span");
  tag.className = days > 0 ? "tag star" : "tag";
  tag.textContent = days > 0 ? `已过 ${days} 天` : days === 0 ? "今天到期" : `还有 ${-days} 天`;
  time.parentElement.append(" ", tag);
}
