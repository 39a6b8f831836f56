import { checkAccessLog } from './access-log.ts'
import { checkAccessRights } from './access-rights.ts'
import { checkAnalysisDocumented } from './analysis-documented.ts'
import { checkClockRight } from './clock-right.ts'
import { checkDisclosureHeld } from './disclosure-held.ts'
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
import { checkLockout } from './lockout.ts'
import { checkLogProtected } from './log-protected.ts'
import { checkMalwareProtection } from './malware-protection.ts'
import { checkPasswordGuessable } from './password-guessable.ts'
import { checkPasswordReset } from './password-reset.ts'
import { checkPasswordSecrecy } from './password-secrecy.ts'
import { checkPasswordStorage } from './password-storage.ts'
import { checkPasswordOption, checkPasswordStrength } from './password-strength.ts'
import { checkResponsibleShown } from './responsible-shown.ts'
import { checkRightsByClass } from './rights-by-class.ts'
import { checkRiskAnalysed } from './risk-analysed.ts'
import { checkRiskTreated } from './risk-treated.ts'
import type { Rule } from './rule.ts'
import { checkScreenAsksPassword } from './screen-asks-password.ts'
import { checkScreenLocks } from './screen-locks.ts'
import { checkSpareProcedure } from './spare-procedure.ts'
import { checkTwoFactors } from './two-factors.ts'
import { checkTwoFactorsWhenRenewed } from './two-factors-when-renewed.ts'
import { checkUsersIdentified } from './users-identified.ts'
import { checkWirelessDevices } from './wireless-devices.ts'
import { checkWirelessEncryption } from './wireless-encryption.ts'
import { checkWirelessEnterprise } from './wireless-enterprise.ts'
import { checkWirelessUsers } from './wireless-users.ts'

/** Every rule beside the requirement it answers. 6.5.C-5 has none: the registry holds no fact about test data. */
export const rules: Readonly<Record<string, Rule>> = {
  '6.2.C-1': checkInformationListed,
  '6.2.C-2': checkInformationClassified,
  '6.2.C-3': checkInventoryReadable,
  '6.2.C-4': checkRiskAnalysed,
  '6.2.C-5': checkDisclosureHeld,
  '6.2.C-6': checkRiskTreated,
  '6.2.C-7': checkResponsibleShown,
  '6.2.D-1': checkAnalysisDocumented,
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
}
