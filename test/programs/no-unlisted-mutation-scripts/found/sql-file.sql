SELECT count(*) FROM users;
-- People who never came back.
DELETE FROM users WHERE last_login < now() - interval '3 years'; -- expect: no-unlisted-mutation-scripts
