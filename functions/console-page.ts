/** Stands where the console will be: says what can be done until then. */
export const CONSOLE_PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>办理工作台</title><meta name="robots" content="noindex"></head>
<body><main><h1>办理工作台</h1><p>工作台正在建设。办理工作目前可以通过<a href="../api/docs">接口</a>和命令行进行，用法见项目的 README。</p><p><a href="../">返回公开网站</a></p></main></body></html>
`;
