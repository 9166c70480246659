// node node_engines.js ENGINE ROWS RUNS → {"medianMs":…,"peakMb":…}
const fs = require('fs');

const [engine, count, runs] = [process.argv[2], +process.argv[3], +process.argv[4]];
const rows = Array.from({ length: count }, (_, i) => ({
  n: String(i),
  a: `Relire le chapitre ${i} & <valider>`,
  p: 'Alice Dupont',
  e: '12 mars 2026',
  s: 'en cours',
}));
const data = { titre: 'Assemblée', rows };

const engines = {
  docxtemplater() {
    const Zip = require('pizzip');
    const Docxtemplater = require('docxtemplater');
    const zip = new Zip(fs.readFileSync('docxtemplater.docx'));
    const document = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true });
    document.render(data);
    return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  },
  'easy-template-x'() {
    const { TemplateHandler } = require('easy-template-x');
    return new TemplateHandler().process(fs.readFileSync('easy-template-x.docx'), data);
  },
  async 'docx-templates'() {
    const library = require('docx-templates');
    const create = library.default || library.createReport || library;
    return Buffer.from(await create({ template: fs.readFileSync('docx-templates.docx'), data, noSandbox: true }));
  },
  carbone() {
    const carbone = require('carbone');
    return new Promise((done, failed) =>
      carbone.render(`${process.cwd()}/carbone.docx`, data, (error, result) => (error ? failed(error) : done(result))),
    );
  },
};

(async () => {
  const times = [];
  let result;
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    result = await engines[engine]();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  fs.writeFileSync(`filled-${engine}-${count}.docx`, result);
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ medianMs: times[times.length >> 1], peakMb: process.resourceUsage().maxRSS / 1024 }));
  process.exit(0);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
