import Circulation
import SIP2

/// What is told to a person; SIP2 calls its lines messages too.
private typealias Message = Circulation.Message

/// Whether a patron may borrow, and if not, why: by flags and numbers, never by the library system's sentence.
/// The first rule that blocks is told, the others are listed under it. Flags 1, 2 and 3 (renewals, recalls and
/// holds denied) say nothing about borrowing; Evergreen sets flag 2 for everybody.
enum PatronRules {
    static func standing(_ patron: PatronInformationResponse, hasPIN: Bool) -> Answer.Standing {
        if patron.isValidPatron == false { return refused([Message(.patronUnknown)]) }
        if patron.status.contains(.cardLost) { return refused([Message(.patronLostCard)]) }
        if hasPIN, patron.isValidPassword == false { return .wrongPIN }
        guard patron.status.contains(.chargeDenied) else { return .good }
        var reasons: [Message] = []
        if owesTooMuch(patron) { reasons.append(owes(patron)) }
        if patron.status.contains(.tooManyCharged) {
            reasons.append(
                Message(
                    .patronTooMany,
                    [
                        "n": .number(patron.chargedCount ?? 0),
                        "limit": .number(patron.chargedLimit ?? patron.chargedCount ?? 0),
                    ]))
        }
        if patron.status.contains(.tooManyOverdue) {
            reasons.append(Message(.patronLate, ["n": .number(patron.overdueCount ?? 0)]))
        }
        if !patron.status.isDisjoint(with: [.tooManyLost, .tooManyBilled]) { reasons.append(Message(.patronBilled)) }
        if !patron.status.isDisjoint(with: [.tooManyClaimsReturned, .recallOverdue]) {
            reasons.append(Message(.patronRecalled))
        }
        return refused(reasons.isEmpty ? [Message(.patronPaused)] : reasons)
    }

    fileprivate static func owesTooMuch(_ patron: PatronInformationResponse) -> Bool {
        !patron.status.isDisjoint(with: [.excessiveFines, .excessiveFees])
    }

    fileprivate static func owes(_ patron: PatronInformationResponse) -> Message {
        guard let fee = patron.fee, let limit = patron.feeLimit, !fee.currency.isEmpty else {
            return Message(.patronBilled)
        }
        return Message(.patronOwes, ["amount": .money(fee), "limit": .money(limit)])
    }

    fileprivate static func refused(_ reasons: [Message]) -> Answer.Standing {
        .refused(reason: reasons[0], also: Array(reasons.dropFirst()), needsStaff: true)
    }
}
