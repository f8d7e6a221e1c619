// Runs before everything else, on whatever Node there is: plain old JavaScript, no imports.
var parts = process.versions.node.split(".").map(Number);
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 18)) {
  console.error(
    "Node.js " +
      process.versions.node +
      " 版本过低，回音需要 22.18 以上；本机平台（" +
      process.platform +
      " " +
      process.arch +
      "）没有可自动安装的 Node。请从 nodejs.org 安装新版 Node 后，重新运行 npm install。",
  );
  process.exit(1);
}
