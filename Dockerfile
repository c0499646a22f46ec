# Daybook's image: built whole in one stage; the other has what runs, without compilers and caches, and a user who owns nothing but .daybook.
# The app is its command; a worker is the same image with: node worker/main.ts. npm run image does these steps where there is no Docker.
FROM node:24-slim AS build
WORKDIR /daybook
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build-app.ts
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund
RUN rm -rf .next/cache .next/dev .daybook

FROM node:24-slim
WORKDIR /daybook
ENV NODE_ENV=production
ENV NEXT_TELEMETRY_DISABLED=1
ENV WORKER=none
COPY --from=build /daybook .
RUN mkdir .daybook && chown node:node .daybook
USER node
VOLUME /daybook/.daybook
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "scripts/image/is-well.ts"]
CMD ["node", "scripts/start.ts"]
