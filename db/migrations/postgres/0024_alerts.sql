CREATE TABLE "AlertRules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"kpi" varchar(100) NOT NULL,
	"side" varchar(50) NOT NULL,
	"threshold" numeric(19, 4) NOT NULL,
	"band" numeric(19, 4) NOT NULL,
	"userId" uuid,
	"setBy" varchar(255),
	"setAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "AlertRules_tenantId_kpi_side_unique" UNIQUE("tenantId","kpi","side"),
	CONSTRAINT "AlertRules_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "AlertRules_side_known" CHECK ("AlertRules"."side" in ('above', 'below')),
	CONSTRAINT "AlertRules_threshold_limit" CHECK ("AlertRules"."threshold" between -99999999999999.9999 and 99999999999999.9999),
	CONSTRAINT "AlertRules_band_limit" CHECK ("AlertRules"."band" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
CREATE TABLE "Alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"kind" varchar(50) NOT NULL,
	"watched" varchar(150),
	"facts" jsonb NOT NULL,
	"raisedAt" timestamp (3) with time zone NOT NULL,
	"endedAt" timestamp (3) with time zone,
	"ending" varchar(50),
	"acknowledgedById" uuid,
	"acknowledgedBy" varchar(255),
	"acknowledgedAt" timestamp (3) with time zone,
	"createdAt" timestamp (3) with time zone NOT NULL,
	"updatedAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "Alerts_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "Alerts_kind_known" CHECK ("Alerts"."kind" in ('figure', 'lockedChange')),
	CONSTRAINT "Alerts_ending_known" CHECK ("Alerts"."ending" in ('figure', 'ruleChanged', 'ruleRemoved', 'acknowledged'))
);
--> statement-breakpoint
CREATE TABLE "KpiTargets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenantId" uuid NOT NULL,
	"kpi" varchar(100) NOT NULL,
	"value" numeric(19, 4),
	"userId" uuid,
	"setBy" varchar(255),
	"setAt" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "KpiTargets_tenantId_kpi_unique" UNIQUE("tenantId","kpi"),
	CONSTRAINT "KpiTargets_tenantId_id_unique" UNIQUE("tenantId","id"),
	CONSTRAINT "KpiTargets_value_limit" CHECK ("KpiTargets"."value" between -99999999999999.9999 and 99999999999999.9999)
);
--> statement-breakpoint
ALTER TABLE "XeroTenants" ADD COLUMN "watchedLockDate" date;--> statement-breakpoint
ALTER TABLE "AlertRules" ADD CONSTRAINT "AlertRules_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "AlertRules" ADD CONSTRAINT "AlertRules_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Alerts" ADD CONSTRAINT "Alerts_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "Alerts" ADD CONSTRAINT "Alerts_acknowledgedById_Users_id_fk" FOREIGN KEY ("acknowledgedById") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "KpiTargets" ADD CONSTRAINT "KpiTargets_tenantId_XeroTenants_id_fk" FOREIGN KEY ("tenantId") REFERENCES "public"."XeroTenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "KpiTargets" ADD CONSTRAINT "KpiTargets_userId_Users_id_fk" FOREIGN KEY ("userId") REFERENCES "public"."Users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "AlertRules_userId_index" ON "AlertRules" USING btree ("userId");--> statement-breakpoint
CREATE UNIQUE INDEX "Alerts_one_open" ON "Alerts" USING btree ("tenantId","watched") WHERE "endedAt" is null and "watched" is not null;--> statement-breakpoint
CREATE INDEX "Alerts_tenantId_endedAt_index" ON "Alerts" USING btree ("tenantId","endedAt","id");--> statement-breakpoint
CREATE INDEX "Alerts_acknowledgedById_index" ON "Alerts" USING btree ("acknowledgedById");--> statement-breakpoint
CREATE INDEX "KpiTargets_userId_index" ON "KpiTargets" USING btree ("userId");