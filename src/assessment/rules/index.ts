import { checkAccessLog } from './access-log.ts'
import { checkAccessRights } from './access-rights.ts'
import { checkAnalysisDocumented } from './analysis-documented.ts'
import { checkClockRight } from './clock-right.ts'
import { checkClauses } from './contract-clauses.ts'
import { checkDisclosureHeld } from './disclosure-held.ts'
import { checkDisposalDecided } from './disposal-decided.ts'
import { checkEntrustedStorage } from './entrusted-storage.ts'
import { checkExecutablesStopped } from './executables-stopped.ts'
import { checkFailureDelay } from './failure-delay.ts'
import { checkFirewall } from './firewall.ts'
import { checkInformationClassified } from './information-classified.ts'
import { checkInformationListed } from './information-listed.ts'
import { checkInitialPassword } from './initial-password.ts'
import { checkIntakeScanned } from './intake-scanned.ts'
import { checkInventoryReadable } from './inventory-readable.ts'
import { checkIotFirmware } from './iot-firmware.ts'
import { checkIotLoan } from './iot-loan.ts'
import { checkIotLog } from './iot-log.ts'
import { checkIotRetired } from './iot-retired.ts'
import { checkIotRisk } from './iot-risk.ts'
import { checkLineEncrypted } from './line-encrypted.ts'
import { checkLineResponsibility } from './line-responsibility.ts'
import { checkLockout } from './lockout.ts'
import { checkLogProtected } from './log-protected.ts'
import { checkMaintenance } from './maintenance-practice.ts'
import { checkMalwareProtection } from './malware-protection.ts'
import { checkPaperSays } from './paper-says.ts'
import { checkPasswordGuessable } from './password-guessable.ts'
import { checkPasswordReset } from './password-reset.ts'
import { checkPasswordSecrecy } from './password-secrecy.ts'
import { checkPasswordStorage } from './password-storage.ts'
import { checkPasswordOption, checkPasswordStrength } from './password-strength.ts'
import { checkPledges } from './pledges.ts'
import { checkPostsHeld } from './post-held.ts'
import { checkPrivacyPolicy } from './privacy-policy.ts'
import { checkResponsibleShown } from './responsible-shown.ts'
import { checkRightsByClass } from './rights-by-class.ts'
import { checkRiskAnalysed } from './risk-analysed.ts'
import { checkRiskTreated } from './risk-treated.ts'
import type { Rule } from './rule.ts'
import { checkScreenAsksPassword } from './screen-asks-password.ts'
import { checkScreenLocks } from './screen-locks.ts'
import { checkSpareProcedure } from './spare-procedure.ts'
import { checkSubcontracting } from './subcontracting.ts'
import { checkTakeOutContents } from './take-out-contents.ts'
import { checkTakeOutLocated } from './take-out-located.ts'
import { checkTakeOut } from './take-out-practice.ts'
import { checkTlsStrong } from './tls-strong.ts'
import { checkTraining } from './training.ts'
import { checkTwoFactors } from './two-factors.ts'
import { checkTwoFactorsWhenRenewed } from './two-factors-when-renewed.ts'
import { checkUsersIdentified } from './users-identified.ts'
import { checkWirelessDevices } from './wireless-devices.ts'
import { checkWirelessEncryption } from './wireless-encryption.ts'
import { checkWirelessEnterprise } from './wireless-enterprise.ts'
import { checkWirelessUsers } from './wireless-users.ts'

/** Every rule beside the requirement it answers. What has none stands in docs/deciders.md with its way of being decided. */
export const rules: Readonly<Record<string, Rule>> = {
  '6.1.C-1': checkPrivacyPolicy,
  '6.1.C-2-a': checkPaperSays('policy', 'scope'),
  '6.1.C-2-b': checkPaperSays('policy', 'handling'),
  '6.1.C-2-c': checkPaperSays('policy', 'identification'),
  '6.1.C-2-d': checkPaperSays('policy', 'safety-manager'),
  '6.1.C-2-e': checkPaperSays('policy', 'complaints'),
  '6.2.C-1': checkInformationListed,
  '6.2.C-2': checkInformationClassified,
  '6.2.C-3': checkInventoryReadable,
  '6.2.C-4': checkRiskAnalysed,
  '6.2.C-5': checkDisclosureHeld,
  '6.2.C-6': checkRiskTreated,
  '6.2.C-7': checkResponsibleShown,
  '6.2.D-1': checkAnalysisDocumented,
  '6.3.C-1': checkPostsHeld('safety-manager', 'operator'),
  '6.3.C-3': checkPaperSays('rules', 'access-control'),
  '6.3.C-4': checkClauses('handling', 'safetyClauses'),
  '6.3.C-5-a': checkPaperSays('rules', 'organisation'),
  '6.3.C-5-b': checkPaperSays('rules', 'papers'),
  '6.3.C-5-c': checkPaperSays('rules', 'risk'),
  '6.3.C-5-d': checkPaperSays('rules', 'equipment'),
  '6.3.C-5-e': checkPaperSays('rules', 'media'),
  '6.3.C-5-f': checkPaperSays('rules', 'consent'),
  '6.3.C-5-g': checkPaperSays('rules', 'audit'),
  '6.3.C-5-h': checkPaperSays('rules', 'complaints'),
  '6.5.C-1': checkUsersIdentified,
  '6.5.C-2': checkInitialPassword,
  '6.5.C-3': checkSpareProcedure,
  '6.5.C-4': checkScreenLocks,
  '6.5.C-6': checkAccessRights,
  '6.5.C-7': checkAccessLog,
  '6.5.C-8': checkLogProtected,
  '6.5.C-9': checkClockRight,
  '6.5.C-10': checkIntakeScanned,
  '6.5.C-11': checkMalwareProtection,
  '6.5.C-12': checkExecutablesStopped,
  '6.5.C-13': checkTwoFactorsWhenRenewed,
  '6.5.C-14-1': checkPasswordStorage,
  '6.5.C-14-2': checkPasswordReset,
  '6.5.C-14-3': checkPasswordSecrecy,
  '6.5.C-14-4': checkPasswordStrength,
  '6.5.C-14-4-a': checkPasswordOption('a'),
  '6.5.C-14-4-b': checkPasswordOption('b'),
  '6.5.C-14-4-c': checkPasswordOption('c'),
  '6.5.C-14-5': checkPasswordGuessable,
  '6.5.C-15-1': checkWirelessUsers,
  '6.5.C-15-2': checkWirelessDevices,
  '6.5.C-15-3': checkWirelessEncryption,
  '6.5.C-16-1': checkIotRisk,
  '6.5.C-16-2': checkIotLoan,
  '6.5.C-16-3': checkIotFirmware,
  '6.5.C-16-4': checkIotRetired,
  '6.5.D-1': checkRightsByClass,
  '6.5.D-2': checkScreenAsksPassword,
  '6.5.D-3': checkFirewall,
  '6.5.D-4-1': checkFailureDelay,
  '6.5.D-4-2': checkLockout,
  '6.5.D-5': checkTwoFactors,
  '6.5.D-6': checkWirelessEnterprise,
  '6.5.D-7': checkIotLog,
  '6.6.C-1-1': checkPledges,
  '6.6.C-1-2': checkTraining,
  '6.6.C-1-3': checkPaperSays('rules', 'former-staff'),
  '6.6.C-2-1-a': checkClauses('any', 'confidentiality', 'penalty'),
  '6.6.C-2-1-b': checkMaintenance('contracting', 'workChecked'),
  '6.6.C-2-1-d': checkSubcontracting('any'),
  '6.6.C-2-2': checkClauses('maintaining', 'confidentiality', 'penalty'),
  '6.7.C-1': checkDisposalDecided,
  '6.7.C-4': checkPaperSays('rules', 'media-disposal'),
  '6.8.C-2': checkMaintenance('maintaining', 'individualAccounts', 'accessRecorded'),
  '6.8.C-4': checkMaintenance('maintaining', 'staffChangesReported', 'accountsRemovedAtOnce'),
  '6.8.C-5': checkMaintenance('maintaining', 'requestsApproved', 'reportsApproved'),
  '6.8.C-6': checkClauses('maintaining', 'confidentiality'),
  '6.8.C-10': checkSubcontracting('maintaining'),
  '6.8.D-1': checkMaintenance('maintaining', 'operationsLogged'),
  '6.8.D-2': checkMaintenance('maintaining', 'attended'),
  '6.8.D-5': checkMaintenance('maintaining', 'accessCountedByPatient'),
  '6.9.C-1': checkPaperSays('rules', 'take-out-policy'),
  '6.9.C-2': checkPaperSays('rules', 'take-out-handling'),
  '6.9.C-3': checkPaperSays('rules', 'loss'),
  '6.9.C-5': checkTakeOutLocated,
  '6.9.C-6': checkTakeOut('startPassword'),
  '6.9.C-7': checkTakeOutContents,
  '6.9.C-9': checkTakeOut('neededApplicationsOnly'),
  '6.9.D-2': checkTakeOut('twoFactors'),
  '6.9.D-3': checkTakeOut('registered'),
  '6.11.C-1': checkLineEncrypted,
  '6.11.C-6': checkLineResponsibility,
  '6.11.C-11': checkTlsStrong,
  '8.3.C-2-1': checkClauses('storing', 'confidentiality', 'penalty'),
  '8.3.C-2-3': checkEntrustedStorage('followsProviderGuideline'),
  '8.3.C-2-5': checkEntrustedStorage('noAnalysis'),
  '8.3.C-2-6': checkEntrustedStorage('noProvision'),
  '8.3.C-2-8': checkEntrustedStorage('domesticLaw'),
  '8.5.C-1': checkClauses('storing', 'responsibilityBoundary'),
  '8.5.1.C-1': checkEntrustedStorage('termination'),
  '9.1.C-2-2': checkPostsHeld('creation-manager'),
}
