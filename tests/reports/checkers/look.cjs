// Looks at a page in Chromium: axe at three windows, every stop of the Tab key, what it loads and
// logs, how large and how dark its parts are, and how its tables sort.
// usage: node look.cjs MODULES CHROMIUM PROFILE PAGE; prints one JSON object.
'use strict';
const { readFileSync } = require('fs');
const { join } = require('path');
const { pathToFileURL } = require('url');
const [modules, executablePath, userDataDir, page] = process.argv.slice(2);
const puppeteer = require(join(modules, 'puppeteer-core'));
const axe = readFileSync(join(modules, 'axe-core', 'axe.min.js'), 'utf8');
const WINDOWS = [[1280, 'light'], [320, 'light'], [1280, 'dark']];
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

async function open(tab, width, scheme) {
  await tab.setViewport({ width, height: 800 });
  await tab.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' }, // a jump to a stop ends at once
  ]);
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
}

async function violations(tab) {
  const found = [];
  const undecided = new Set();
  for (const [width, scheme] of WINDOWS) {
    await open(tab, width, scheme);
    await tab.evaluate(axe);
    const result = await tab.evaluate(() => axe.run(document));
    result.incomplete.forEach((one) => undecided.add(one.id));
    for (const one of result.violations) {
      found.push(`${one.id} at ${width} ${scheme}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
    }
  }
  return { found, undecided: [...undecided] };
}

// Controls under 24 pixels; links inside a sentence or a row's name may be as high as their line.
function small(tab) {
  return tab.evaluate((names) => [...document.querySelectorAll(names)].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && Math.min(box.width, box.height) < 24 &&
      !one.closest('p, li, td, th[scope=row], .skip');
  }).map((one) => one.outerHTML.slice(0, 80)), STOPS);
}

// The least contrast of a chart's letters (should be 4.5) and of its bars (3) with the page.
function contrasts(tab) {
  return tab.evaluate(() => {
    const luminance = (colour) => {
      const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = luminance(getComputedStyle(document.body).backgroundColor);
    const least = (names) => Math.min(21, ...[...document.querySelectorAll(names)].map((one) => {
      const ink = luminance(getComputedStyle(one).fill);
      return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    }));
    return { letters: least('svg.chart text'), bars: least('svg.chart .ours, svg.chart .mark') };
  });
}

// Clicks each header of each table that sorts, twice; gives what is not as it should be.
function unsorted(tab) {
  return tab.evaluate(() => {
    const wrong = [];
    for (const table of document.querySelectorAll('table[data-sort]')) {
      const said = table.previousElementSibling.querySelector('[role=status]');
      const rows = table.tBodies[0].rows.length;
      for (const button of table.querySelectorAll('th button')) {
        for (const order of ['ascending', 'descending']) {
          button.click();
          const heads = [...table.querySelectorAll('[aria-sort]')];
          if (heads.length !== 1 || heads[0] !== button.parentElement ||
            heads[0].getAttribute('aria-sort') !== order || !said.textContent.startsWith('Sorted by') ||
            table.tBodies[0].rows.length !== rows) wrong.push(`${table.id}: ${button.textContent}`);
        }
      }
    }
    return wrong;
  });
}

async function stops(tab, width) {
  await open(tab, width, 'light');
  const wanted = await tab.evaluate((names) => {
    window.wanted = [...document.querySelectorAll(names)].filter((one) =>
      !one.disabled && one.tabIndex >= 0 && one.getClientRects().length);
    return window.wanted.map((one) => `${one.tagName.toLowerCase()} ${one.textContent.trim().slice(0, 40)}`);
  }, STOPS);
  const reached = [];
  for (let place = 0; place <= wanted.length; place += 1) {
    await tab.keyboard.press('Tab');
    reached.push(await tab.evaluate(() => {
      const one = document.activeElement;
      if (one === document.body) return null;
      const look = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      return {
        place: window.wanted.indexOf(one),
        outlined: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
        inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    }));
  }
  return { wanted, reached };
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath, userDataDir,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const tab = await browser.newPage();
  const outside = [];
  const logged = [];
  tab.on('request', (one) => { if (!/^(file|data):/.test(one.url())) outside.push(one.url()); });
  tab.on('console', (one) => { if (['error', 'warn'].includes(one.type())) logged.push(one.text()); });
  tab.on('pageerror', (error) => logged.push(String(error)));
  await open(tab, 320, 'light');
  const narrow = await small(tab);
  await open(tab, 1280, 'dark');
  const dark = await contrasts(tab);
  await open(tab, 1280, 'light');
  const light = await contrasts(tab);
  const moving = await tab.evaluate(() => document.getAnimations().length +
    Number(getComputedStyle(document.documentElement).scrollBehavior !== 'auto'));
  const parts = { small: [...narrow, ...await small(tab)], dark, light, moving, unsorted: await unsorted(tab) };
  const tabbed = { wide: await stops(tab, 1280), narrow: await stops(tab, 320) };
  await tab.setBypassCSP(true); // axe is a script that the page's policy does not know
  const { found, undecided } = await violations(tab);
  console.log(JSON.stringify({ violations: found, undecided, outside, logged, ...parts, tabbed }));
  await browser.close();
})();
