-- DELETE FROM users
SELECT * FROM users WHERE note = 'DROP TABLE x; DELETE FROM y';
/* UPDATE users SET a = 1; */
WITH totals AS (SELECT sum(price) AS total FROM orders) SELECT * FROM totals;
