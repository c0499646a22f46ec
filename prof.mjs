import { chromium } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
const d = JSON.parse(readFileSync(".daybook/demo.json","utf8"));
const b = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args:["--no-sandbox","--disable-gpu","--disable-dev-shm-usage"] });
const c = await b.newContext({viewport:{width:1280,height:800}});
const p = await c.newPage();
await p.goto(d.url+"/sign-in"); await p.getByLabel(/mail/i).fill(d.email); await p.locator('input[type=password]').fill(d.password); await p.getByRole("button",{name:/sign in/i}).click(); await p.waitForURL(/organisations|\/o\//);
const url = d.url+(process.argv[2]??`/o/${d.tenantIds[0]}`);
for (let i=0;i<2;i++){ await p.goto(url,{waitUntil:"networkidle"}); }
const html = await (await c.request.get(url)).text();
console.log("html", html.length, "scripts flight", [...html.matchAll(/self\.__next_f\.push\(([\s\S]*?)\)<\/script>/g)].reduce((s,m)=>s+m[0].length,0));
writeFileSync("/tmp/prof/page.html", html);
console.log("nodes", await p.evaluate(()=>document.querySelectorAll("*").length));
const cdp = await c.newCDPSession(p);
await cdp.send("Performance.enable");
const chunks=[]; cdp.on("Tracing.dataCollected",e=>chunks.push(...e.value));
await cdp.send("Tracing.start",{transferMode:"ReportEvents",categories:"devtools.timeline,v8,blink.user_timing,disabled-by-default-v8.compile,loading"});
if (process.argv[3]) await cdp.send("Emulation.setCPUThrottlingRate",{rate:Number(process.argv[3])});
const t0=Date.now(); await p.goto(url,{waitUntil:"load"}); await p.waitForTimeout(2500);
await cdp.send("Emulation.setCPUThrottlingRate",{rate:1});
const done=new Promise(r=>cdp.once("Tracing.tracingComplete",r)); await cdp.send("Tracing.end"); await done;
const main={}; let tid;
const byThread={};
for(const e of chunks){ if(e.ph==="X"&&e.dur){ const k=e.pid+"/"+e.tid; (byThread[k]??={}); const o=(byThread[k][e.name]??={d:0,n:0}); o.d+=e.dur/1000;o.n++; } }
const best=Object.entries(byThread).filter(([,v])=>v.ParseHTML||v.Layout).sort((a,b)=>(b[1].RunTask?.d??0)-(a[1].RunTask?.d??0))[0];
console.log(best[0]); for(const [k,v] of Object.entries(best[1]).sort((a,b)=>b[1].d-a[1].d).slice(0,28)) console.log(k.padEnd(36),v.d.toFixed(1),v.n);
const long=chunks.filter(e=>e.name==="RunTask"&&e.pid+"/"+e.tid===best[0]&&e.dur>20000).map(e=>({t:(e.ts/1000|0),d:(e.dur/1000).toFixed(0)})); console.log(JSON.stringify(long));
writeFileSync("/tmp/prof/trace.json",JSON.stringify(chunks));
await b.close();
