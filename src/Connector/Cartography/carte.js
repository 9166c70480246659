(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  var settings = JSON.parse(document.getElementById('settings').textContent);
  var say = settings.words;
  var items = Array.prototype.map.call(document.querySelectorAll('li[data-k]'), function (node) {
    var at = node.getAttribute('data-at');
    return {
      node: node,
      at: at ? at.split(' ').map(Number) : null,
      sets: { service: codes(node, 'data-s'), audience: codes(node, 'data-a'), family: codes(node, 'data-f') },
      words: null,
      shown: true,
      mark: null
    };
  });
  var groups = Array.prototype.map.call(document.querySelectorAll('.commune'), function (node) {
    return { node: node, items: items.filter(function (item) { return node.contains(item.node); }) };
  });

  function codes(node, name) {
    return ' ' + (node.getAttribute(name) || '') + ' ';
  }

  // People differ in accents, case and hyphens.
  function fold(words) {
    return words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  }

  var fields = {
    words: document.getElementById('words'),
    service: document.getElementById('service'),
    audience: document.getElementById('audience'),
    family: document.getElementById('family')
  };
  var count = document.getElementById('count');

  var canvas = L.canvas({ padding: 0.3, tolerance: 4 });
  var map = L.map('map', { preferCanvas: true, renderer: canvas, zoomControl: false, attributionControl: false, minZoom: 3 });
  L.control.zoom({ zoomInTitle: say.zoomIn, zoomOutTitle: say.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  L.control.attribution({ prefix: false }).addAttribution('Leaflet').addTo(map);
  if (settings.tiles) {
    var tiles = L.tileLayer(settings.tiles, { maxZoom: settings.maxZoom, attribution: settings.attribution });
    tiles.once('tileerror', function () {
      document.getElementById('no-tiles').hidden = false;
    });
    tiles.addTo(map);
  }

  var bounds = L.latLngBounds([]);
  var colours = ['#f2f0f7', '#cbc9e2', '#9e9ac8', '#756bb1', '#4a3080'];
  (settings.communes || []).forEach(function (commune) {
    var outline = L.polygon(commune.rings, {
      color: '#333', weight: 1, fillColor: colours[commune.level] || '#fff', fillOpacity: commune.level < 0 ? 0.15 : 0.65,
      dashArray: commune.level < 0 ? '4 4' : null
    });
    outline.bindTooltip(text(commune.told), { sticky: true });
    outline.addTo(map);
    bounds.extend(outline.getBounds());
  });

  function text(words) {
    var span = document.createElement('span');
    span.textContent = words;
    return span;
  }

  // Thousands of points would hide one another.
  var isCrowded = items.length > 1000;
  items.forEach(function (item) {
    if (!item.at) { return; }
    item.mark = L.circleMarker(item.at, { radius: isCrowded ? 5 : 7, color: '#fff', weight: isCrowded ? 1 : 2, fillColor: '#c8402a', fillOpacity: 1 });
    item.mark.item = item;
    item.mark.on('click', function () { open(item); });
    item.mark.addTo(map);
    bounds.extend(item.at);
  });
  var opener = null;

  // The popup is a copy of the list's own nodes: no word of a place is ever read as HTML.
  function open(item, from) {
    opener = from || null;
    var content = document.createElement('div');
    Array.prototype.forEach.call(item.node.childNodes, function (child) { content.appendChild(child.cloneNode(true)); });
    L.popup({ maxWidth: 320, minWidth: 200 }).setLatLng(item.at).setContent(content).openOn(map);
    if (from) {
      var close = document.querySelector('.leaflet-popup-close-button');
      if (close) { close.focus(); }
    }
  }

  map.on('popupopen', function (event) {
    var close = event.popup.getElement().querySelector('.leaflet-popup-close-button');
    if (close) { close.setAttribute('aria-label', say.close); }
  });
  map.on('popupclose', function () {
    if (opener) { opener.focus({ preventScroll: false }); opener = null; }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { map.closePopup(); }
  });
  document.querySelector('.list').addEventListener('click', function (event) {
    var button = event.target.closest('button.see');
    if (!button) { return; }
    var item = items.find(function (one) { return one.node.contains(button); });
    map.setView(item.at, Math.max(map.getZoom(), 15), { animate: false });
    document.getElementById('map').scrollIntoView({ block: 'nearest' });
    open(item, button);
  });

  function matches(item, wanted, words) {
    if (wanted.service && item.sets.service.indexOf(wanted.service) < 0) { return false; }
    if (wanted.audience && item.sets.audience.indexOf(wanted.audience) < 0) { return false; }
    if (wanted.family && item.sets.family.indexOf(wanted.family) < 0) { return false; }
    if (words.length === 0) { return true; }
    if (item.words === null) {
      item.words = fold(item.node.textContent + ' ' + (item.node.closest('.commune').querySelector('h3').textContent));
    }
    return words.every(function (word) { return item.words.indexOf(word) >= 0; });
  }

  function filter() {
    var wanted = {};
    ['service', 'audience', 'family'].forEach(function (name) {
      wanted[name] = fields[name] && fields[name].value ? ' ' + fields[name].value + ' ' : '';
    });
    var words = fold(fields.words.value).split(' ').filter(Boolean);
    var shown = 0;
    var placed = 0;
    items.forEach(function (item) {
      var now = matches(item, wanted, words);
      shown += now ? 1 : 0;
      placed += now && item.mark ? 1 : 0;
      if (now === item.shown) { return; }
      item.shown = now;
      item.node.hidden = !now;
      if (item.mark) {
        if (now) { item.mark.addTo(map); } else { item.mark.remove(); }
      }
    });
    groups.forEach(function (group) {
      group.node.hidden = !group.items.some(function (item) { return item.shown; });
    });
    count.textContent = say.count.replace('{0}', shown).replace('{1}', items.length).replace('{2}', placed);
  }

  var waiting = 0;
  fields.words.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  ['service', 'audience', 'family'].forEach(function (name) {
    if (fields[name]) { fields[name].addEventListener('change', filter); }
  });
  document.getElementById('filters').addEventListener('submit', function (event) { event.preventDefault(); filter(); });
  document.getElementById('all').addEventListener('click', function () {
    document.getElementById('filters').reset();
    filter();
  });
  document.getElementById('print').addEventListener('click', function () { window.print(); });
  window.addEventListener('beforeprint', function () { map.invalidateSize({ animate: false }); });
  window.addEventListener('afterprint', function () { map.invalidateSize({ animate: false }); });

  if (bounds.isValid()) {
    map.fitBounds(bounds, { padding: [24, 24], maxZoom: 15, animate: false });
  } else {
    map.setView([46.6, 2.4], 6);
  }
  filter();
})();
