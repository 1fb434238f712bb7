/** Programs by which text without a language is recognised as commands: those that READMEs and runbooks call most. */
const PROGRAMS: ReadonlySet<string> = new Set(
  `mocha jest ava tap nyc c8 karma cucumber-js open xdg-open code vim vi nano less more bat
  npm npx pnpm pnpx yarn bun bunx node deno corepack nvm fnm volta nx turbo lerna rush moon tsx ts-node tsc vite vitest jest
  playwright cypress eslint prettier next nest ng vue expo wrangler vercel netlify railway fly flyctl heroku supabase prisma
  drizzle-kit sequelize knex
  make gmake just task rake cmake ninja meson bazel bazelisk gradle gradlew mvn mvnw ant sbt
  cargo rustup rustc go gofmt python python3 python2 py pip pip3 pipx uv uvx poetry pdm hatch tox nox pytest mypy ruff black
  conda mamba alembic flask django-admin uvicorn gunicorn celery composer php artisan ruby bundle gem rails rspec mix elixir
  dotnet nuget msbuild java javac swift xcodebuild pod flutter dart zig opam dune stack cabal ghc
  docker docker-compose podman kubectl helm kind minikube k3d kustomize skaffold terraform tofu terragrunt pulumi ansible
  ansible-playbook vagrant packer aws gcloud gsutil az doctl eksctl oc argocd vault consul nomad systemctl journalctl service
  git gh glab hub svn hg pre-commit husky act
  curl wget http ssh scp rsync sftp nc dig openssl gpg age sops
  psql pg_dump pg_restore createdb dropdb mysql mysqldump sqlite3 redis-cli mongosh mongo
  cd pushd popd ls cp mv rm mkdir rmdir touch ln cat echo printf head tail less grep rg sed awk find xargs sort uniq wc tar zip
  unzip gzip gunzip chmod chown kill pkill ps top export source env sudo time which tee diff jq yq base64 test sleep set unset
  bash sh zsh fish pwsh powershell apt apt-get yum dnf apk brew port snap pacman choco winget scoop asdf mise direnv devbox nix
  claude codex gemini ollama hugo mkdocs mdbook jekyll sphinx-build vale protoc buf ffmpeg`.split(/\s+/),
)

/** Programs of npm packages: each also is some repository's own. */
const PACKAGE_PROGRAMS: ReadonlySet<string> = new Set(
  `nx turbo lerna rush moon tsx ts-node tsc vite vitest jest playwright cypress eslint prettier next nest ng vue expo wrangler vercel
  netlify supabase prisma drizzle-kit sequelize knex`.split(/\s+/),
)

/** Whether a word is a program of the system or of another ecosystem: never one that an npm package of the repository installs. */
export function isForeignProgram(word: string): boolean {
  return PROGRAMS.has(word)
}

/** Whether a word is a program that documents are known to call. */
export function isKnownProgram(word: string): boolean {
  return PROGRAMS.has(word) || PACKAGE_PROGRAMS.has(word)
}

/** Whether a word is a program given by its path inside the checkout: `./run.sh`, `scripts/deploy.sh`, `../gradlew`. */
export function isProgramPath(word: string): boolean {
  return /^\.{1,2}\/[\w.@-]/.test(word) || /^[\w.@-]+(?:\/[\w.@-]+)+\.(?:sh|bash|zsh|py|rb|pl|ps1|mjs|js|ts)$/.test(word)
}
