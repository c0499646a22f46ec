ALTER TABLE "XeroTenants" DROP COLUMN "changedInXeroAt";
