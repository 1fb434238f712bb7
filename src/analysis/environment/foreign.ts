/** Variables of other programs, and names that only stand for one. */

/** First parts of names that belong to a program, a platform or a framework. */
const FOREIGN_PREFIX = new RegExp(`^(?:${[
  'AWS', 'AZURE', 'ARM', 'GOOGLE', 'GCP', 'GCLOUD', 'CLOUDSDK', 'FIREBASE', 'CLOUDFLARE', 'CF', 'VERCEL', 'NETLIFY', 'HEROKU', 'RAILWAY', 'RENDER', 'FLY', 'SUPABASE',
  'GITHUB', 'GH', 'GITLAB', 'CI', 'ACTIONS', 'RUNNER', 'INPUT', 'BUILDKITE', 'CIRCLE', 'TRAVIS', 'JENKINS', 'BITBUCKET', 'APPVEYOR', 'TEAMCITY', 'DRONE', 'CODEBUILD', 'SYSTEM', 'BUILD', 'AGENT',
  'NPM', 'YARN', 'PNPM', 'BUN', 'DENO', 'NODE', 'NVM', 'VOLTA', 'COREPACK', 'FNM', 'TS', 'SWC', 'BABEL', 'ESLINT', 'NX', 'TURBO', 'LERNA', 'JEST', 'VITEST', 'PLAYWRIGHT', 'PUPPETEER', 'CYPRESS', 'ELECTRON', 'CSC', 'STORYBOOK', 'ROLLDOWN', 'ROLLUP', 'ESBUILD', 'WEBPACK',
  'RUST', 'RUSTUP', 'RUSTC', 'CARGO', 'GO', 'CGO', 'PYTHON', 'PIP', 'UV', 'POETRY', 'PDM', 'CONDA', 'VIRTUAL', 'DJANGO', 'FLASK', 'CELERY', 'PYTEST', 'TOX', 'COVERAGE', 'JAVA', 'JDK', 'MAVEN', 'GRADLE', 'SPRING', 'ANDROID', 'KOTLIN', 'RUBY', 'BUNDLE', 'GEM', 'RAILS', 'RACK', 'RBENV', 'PHP', 'COMPOSER', 'DOTNET', 'ASPNETCORE', 'NUGET', 'MSBUILD', 'MIX', 'ERL',
  'CMAKE', 'CC', 'CXX', 'LD', 'DYLD', 'PKG', 'VCPKG', 'CONAN', 'ASAN', 'UBSAN', 'TSAN', 'LLVM', 'CLANG', 'GCC', 'MAKE', 'BAZEL', 'QT', 'GTK', 'GDK', 'MESA', 'CUDA', 'NVIDIA', 'NCCL', 'HF', 'TORCH', 'OMP', 'MKL',
  'DOCKER', 'COMPOSE', 'BUILDKIT', 'BUILDX', 'CONTAINERD', 'PODMAN', 'KUBE', 'KUBERNETES', 'KIND', 'MINIKUBE', 'HELM', 'ISTIO', 'ETCD', 'ETCDCTL', 'TF', 'TERRAFORM', 'ANSIBLE', 'VAULT', 'CONSUL', 'NOMAD', 'PULUMI', 'PACKER',
  'POSTGRES', 'PGADMIN', 'MYSQL', 'MARIADB', 'MONGO', 'RABBITMQ', 'KAFKA', 'ZOOKEEPER', 'ELASTIC', 'MINIO', 'CLICKHOUSE', 'GF', 'GRAFANA', 'OTEL', 'SENTRY', 'DD', 'NEW_RELIC', 'DATADOG', 'HONEYCOMB',
  'XDG', 'LC', 'GIT', 'SSH', 'GPG', 'HOMEBREW', 'WSL', 'DBUS', 'SYSTEMD', 'DEBIAN', 'TERM', 'LESS', 'HIST', 'PROMPT', 'BASH', 'ZSH', 'FZF', 'TMUX', 'WAYLAND', 'SDL', 'GRUB', 'CONFIG',
  'HTTP', 'HTTPS', 'NO', 'ALL', 'FTP', 'SSL', 'CURL', 'REQUESTS', 'FORCE', 'OPENSSL', 'PROGRAMFILES', 'LOCAL', 'USER', 'COMMON', 'WINDOWS', 'MSYS', 'MSYS2', 'ProgramFiles', 'OPENAI', 'ANTHROPIC', 'CLAUDE', 'CODEX', 'GEMINI', 'SLURM',
].join('|')})_`)
/** Those of a framework's prefix that the project itself names all the same. */
const OURS = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_/
const FOREIGN_PREFIX_NEXT = /^(?:NEXT_(?!PUBLIC_)|NUXT_(?!PUBLIC_)|ASTRO_|PRISMA_|CLERK_|PG[A-Z]+$)/
/** Names that stand for whatever the reader has. */
const STAND_IN = /^(?:YOUR|MY|SOME|ANY|NEW|OLD|EXAMPLE|SAMPLE|DUMMY|FAKE|FOO|BAR|BAZ|QUX|TEST_VAR|VAR|XXX|ABC|PLACEHOLDER|CHANGE_?ME|REPLACE|INSERT|UPPER_?CASE|UPPERCASE|SCREAMING|ALL_CAPS|SNAKE_CASE|CONSTANT_CASE|TODO|ENV_VAR|VARIABLE_NAME|ENV_NAME|THE)(?:_|\d|$)|(?:^|_)(?:SOMETHING|FOO|BAR|BAZ|XXX+|HERE|WHATEVER|PLACEHOLDER)(?:_|\d|$)|_NAME_HERE$|^[A-Z]_[A-Z](?:_[A-Z])*$/
/** Names of HTTP, SQL, errors, encodings and licences. */
const NO_VARIABLE = /^(?:UTF_|ISO_|SHA_?\d|AES_|RSA_|E[A-Z]+_|ERR_|ERROR_|HTTP_\d|ECONN|SIG[A-Z]+$|CVE_|WCAG_|ARIA_|PRIMARY_KEY|NOT_NULL|FOREIGN_KEY|INNER_JOIN|ORDER_BY|GROUP_BY|NOT_FOUND|BAD_REQUEST|README|CHANGELOG|CONTRIBUTING|LICENSE|CODE_OF|TODO|X86_|__)/

/** Whether a name belongs to another program, so that nothing is claimed of this repository. */
export function isForeign(name: string): boolean {
  return !OURS.test(name) && (FOREIGN_PREFIX.test(name) || FOREIGN_PREFIX_NEXT.test(name))
}

/** Whether a name only stands for one, or is known as something else than a variable. */
export function isStandIn(name: string): boolean {
  return STAND_IN.test(name) || NO_VARIABLE.test(name)
}
