-- Views for the questions that are asked most. Each says in its first line what a row is.

-- A witness that has another wording than the lemma.
CREATE VIEW variants AS
SELECT e.document, e.id AS entry, e.number, w.siglum, l.text AS lemma, r.text, r.type, r.cause,
       r.detail, r.position
FROM entries e
JOIN readings l ON l.document = e.document AND l.entry = e.id AND l.position = 0
JOIN readings r ON r.document = e.document AND r.entry = e.id AND r.position > 0
JOIN reading_witnesses w
  ON w.document = r.document AND w.entry = r.entry AND w.position = r.position
WHERE w.state IS NOT NULL AND w.state IS NOT l.state;

-- A witness: the entries where its wording is known, and those where it is not that of the lemma.
CREATE VIEW variants_per_witness AS
SELECT w.siglum, count(DISTINCT w.document || char(10) || w.entry) AS entries,
       (SELECT count(DISTINCT v.document || char(10) || v.entry)
        FROM variants v WHERE v.siglum = w.siglum) AS variants
FROM reading_witnesses w
WHERE w.state IS NOT NULL
GROUP BY w.siglum
ORDER BY variants DESC, w.siglum;

-- Two witnesses: the entries where both are known, and those where they have the same wording.
CREATE VIEW agreement AS
WITH has AS (
  SELECT DISTINCT r.document || char(10) || r.entry AS place, r.siglum, r.state
  FROM reading_witnesses r
  JOIN document_witnesses d ON d.document = r.document AND d.siglum = r.siglum
  WHERE r.state IS NOT NULL
)
SELECT a.siglum AS first, b.siglum AS second, count(DISTINCT a.place) AS places,
       count(DISTINCT CASE WHEN a.state = b.state THEN a.place END) AS agreeing,
       round(1.0 * count(DISTINCT CASE WHEN a.state = b.state THEN a.place END)
             / count(DISTINCT a.place), 4) AS share
FROM has a
JOIN has b ON b.place = a.place AND b.siglum > a.siglum
GROUP BY a.siglum, b.siglum
ORDER BY a.siglum, b.siglum;

-- A witness that tells nothing at an entry, and what the entry says of it, if anything.
CREATE VIEW silent_witnesses AS
SELECT e.document, e.id AS entry, e.number, d.siglum, min(r.type) AS said
FROM entries e
JOIN document_witnesses d ON d.document = e.document
LEFT JOIN reading_witnesses w
  ON w.document = e.document AND w.entry = e.id AND w.siglum = d.siglum
LEFT JOIN readings r
  ON r.document = w.document AND r.entry = w.entry AND r.position = w.position
GROUP BY e.document, e.id, d.siglum
HAVING count(w.state) = 0
ORDER BY e.rowid, d.position;

-- A witness that has several wordings in one entry, and these.
CREATE VIEW self_contradictions AS
SELECT w.document, w.entry, e.number, w.siglum, count(DISTINCT w.state) AS wordings,
       group_concat(r.text, ' | ') AS texts
FROM reading_witnesses w
JOIN readings r ON r.document = w.document AND r.entry = w.entry AND r.position = w.position
JOIN entries e ON e.document = w.document AND e.id = w.entry
WHERE w.state IS NOT NULL
GROUP BY w.document, w.entry, w.siglum
HAVING wordings > 1
ORDER BY e.rowid, w.siglum;

-- A wording that one witness has alone against all others that are known.
CREATE VIEW singular_readings AS
WITH known AS (
  SELECT document, entry, count(DISTINCT siglum) AS witnesses
  FROM reading_witnesses WHERE state IS NOT NULL GROUP BY document, entry
)
SELECT w.document, w.entry, e.number, min(w.siglum) AS siglum, min(r.text) AS text,
       min(r.type) AS type
FROM reading_witnesses w
JOIN known k ON k.document = w.document AND k.entry = w.entry AND k.witnesses > 1
JOIN readings r ON r.document = w.document AND r.entry = w.entry AND r.position = w.position
JOIN entries e ON e.document = w.document AND e.id = w.entry
WHERE w.state IS NOT NULL
GROUP BY w.document, w.entry, w.state
HAVING count(DISTINCT w.siglum) = 1 AND min(w.position) > 0
ORDER BY e.rowid, w.state;

-- What one witness (or the text, or the register) says of when a dated event was.
CREATE VIEW dated_events AS
SELECT h.id AS happening, h.title, h.event, s.told_by, s.siglum, s.edtf, s.earliest, s.latest,
       s.text, s.gap
FROM happenings h
JOIN statements s ON s.happening = h.id
ORDER BY h.id, s.position;

-- A register entry: how often the texts mention it, and in how many documents.
CREATE VIEW mentioned AS
SELECT r.kind, r.id, r.label, count(m.id) AS mentions, count(DISTINCT m.document) AS documents
FROM registers r
LEFT JOIN mentions m ON m.register = r.id
GROUP BY r.id
ORDER BY mentions DESC, r.sort;

-- The registers one by one, each entry with the number of its mentions.
CREATE VIEW persons AS SELECT id, label, mentions, documents FROM mentioned WHERE kind = 'persons';
CREATE VIEW places AS SELECT id, label, mentions, documents FROM mentioned WHERE kind = 'places';
CREATE VIEW orgs AS SELECT id, label, mentions, documents FROM mentioned WHERE kind = 'orgs';
CREATE VIEW works AS SELECT id, label, mentions, documents FROM mentioned WHERE kind = 'works';
CREATE VIEW events AS SELECT id, label, mentions, documents FROM mentioned WHERE kind = 'events';

-- Two register entries that stand in one division, and in how many.
CREATE VIEW company AS
WITH named AS (
  SELECT DISTINCT document || char(10) || division AS place, register
  FROM mentions WHERE register IS NOT NULL AND division IS NOT NULL
)
SELECT a.register AS first, b.register AS second, count(*) AS divisions
FROM named a
JOIN named b ON b.place = a.place AND b.register > a.register
GROUP BY a.register, b.register
ORDER BY divisions DESC, first, second;
