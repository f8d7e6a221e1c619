import "./no-eval.ts";
import { createApp } from "vue";
import "element-plus/dist/index.css";
import "./styles/console.css";
import ConsoleApp from "./console-app.vue";
import { router } from "./router.ts";

createApp(ConsoleApp).use(router).mount("#console");
