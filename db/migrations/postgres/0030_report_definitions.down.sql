drop table "ReportDefinitions";
