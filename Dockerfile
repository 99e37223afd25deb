# The service alone: it needs a Neo4j, given by NEO4J_URI (docker-compose.yml brings one). There is no Java in here
# for the embedded database.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json .npmrc tsconfig.json tsconfig.build.json ./
RUN npm install --ignore-scripts
COPY src ./src
RUN npm run build

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json .npmrc ./
RUN npm install --ignore-scripts --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0
WORKDIR /app
COPY package.json schema.graphql article-document.schema.json ./
COPY cypher ./cypher
COPY seeds ./seeds
COPY embedded ./embedded
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 4000
# Of the process alone: a database that is away is no reason to restart it. For routing there is /ready.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli.js", "start"]
