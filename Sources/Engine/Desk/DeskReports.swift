import Circulation
import SIP2

/// 63 and 17.
extension Desk {
    /// Counts and lists as Koha gives them: AS and its count are holds that are ready, CD are those still waited for;
    /// items are named by barcode. With a wrong PIN there is no name, no count and no list.
    mutating func patron(
        _ request: PatronInformationRequest, at now: LocalTime
    ) throws(LibraryError) -> PatronInformationResponse {
        let list = request.lists.first.flatMap(Self.list)
        let report = try library.report(
            on: request.patron, pin: request.patronPassword, list: list, first: request.firstItem ?? 1,
            last: request.lastItem, at: now)
        remember(request, report?.isPINRight)

        var answer = PatronInformationResponse()
        answer.language = request.language
        answer.sentAt = SIP2Time(now)
        answer.institution = settings.institution
        answer.patron = request.patron
        answer.isValidPatron = report != nil
        if request.patronPassword != nil { answer.isValidPassword = report?.isPINRight ?? false }
        guard let report else {
            answer.status = [.chargeDenied, .renewalDenied, .recallDenied, .holdDenied]
            answer.screenMessages = [Refusal.unknownPatron.message]
            return answer
        }
        answer.status = Self.status(report)
        if report.isPINRight == false {
            answer.screenMessages = [Refusal.wrongPIN.message]
            return answer
        }
        fill(&answer, from: report)
        if let list { Self.put(report.list, list, into: &answer) }
        if let blocked = report.blocked {
            answer.screenMessages = [blocked]
        } else if let refusal = report.refusal {
            answer.screenMessages = [refusal.message]
        }
        return answer
    }

    private mutating func remember(_ request: PatronInformationRequest, _ isPINRight: Bool?) {
        if let pin = request.patronPassword, isPINRight == true {
            proven = Proven(patron: request.patron, pin: pin)
        } else if proven?.patron != request.patron || isPINRight == false {
            proven = nil
        }
    }

    private func fill(_ answer: inout PatronInformationResponse, from report: PatronReport) {
        answer.personalName = report.name
        answer.holdCount = report.readyHolds
        answer.overdueCount = report.overdue
        answer.chargedCount = report.charged
        answer.fineCount = report.fees
        answer.recallCount = 0
        answer.unavailableHoldCount = report.waitingHolds
        answer.holdLimit = library.rules.holdLimit
        answer.chargedLimit = report.loanLimit
        answer.currency = report.owed.currency
        answer.feeText = report.owed.decimal
        answer.feeLimitText = library.rules.feeLimit.decimal
    }

    private static func list(_ flag: SummaryLists) -> PatronList? {
        switch flag {
        case .holds: .readyHolds
        case .overdue: .overdue
        case .charged: .charged
        case .fines: .fees
        case .unavailableHolds: .waitingHolds
        default: nil  // recalls are not made here; the other places mean nothing
        }
    }

    private static func put(_ rows: [String], _ list: PatronList, into answer: inout PatronInformationResponse) {
        switch list {
        case .readyHolds: answer.holdItems = rows
        case .overdue: answer.overdueItems = rows
        case .charged: answer.chargedItems = rows
        case .fees: answer.fineItems = rows
        case .waitingHolds: answer.unavailableHoldItems = rows
        }
    }

    private static func status(_ report: PatronReport) -> PatronStatus {
        guard let refusal = report.refusal else { return [] }
        switch refusal {
        case .tooManyLoans: return [.chargeDenied, .tooManyCharged]
        case .cardLost: return [.chargeDenied, .renewalDenied, .recallDenied, .holdDenied, .cardLost]
        case .owesTooMuch:
            let why: PatronStatus = report.hasFines ? .excessiveFines : .excessiveFees
            return [.chargeDenied, .renewalDenied, .recallDenied, .holdDenied, why]
        case .cardExpired, .cardBlocked: return [.chargeDenied, .renewalDenied, .recallDenied, .holdDenied]
        case .unknownPatron, .wrongPIN, .unknownItem, .chargedToAnother, .chargedToSamePatron, .renewedTooOften,
            .wantedByAnother, .onHoldForAnother, .inTransit, .inProcess, .missing, .lost, .referenceOnly:
            return .chargeDenied
        }
    }

    func item(
        _ request: ItemInformationRequest, at now: LocalTime
    ) throws(LibraryError) -> ItemInformationResponse {
        let report = try library.report(on: request.item)
        var answer = ItemInformationResponse()
        answer.securityMarker = 0
        answer.feeType = 1
        answer.sentAt = SIP2Time(now)
        answer.institution = settings.institution
        answer.item = request.item
        guard let report else {
            answer.screenMessages = [Refusal.unknownItem.message]
            return answer
        }
        answer.circulationStatus = Self.circulationStatus(report)
        answer.title = report.item.title
        answer.holdQueue = report.queue
        answer.dueText = report.due.map(Self.text)
        answer.owner = settings.institution
        answer.mediaType = report.item.mediaType
        answer.permanentLocation = report.item.home ?? settings.branch
        answer.currentLocation = report.item.location
        answer.callNumber = Self.callNumber(of: report.item)
        answer.destination = report.item.transitTo
        return answer
    }

    /// A loan comes first: a lent book is charged whatever else is known of it.
    private static func circulationStatus(_ report: ItemReport) -> CirculationStatus {
        if report.due != nil { return .charged }
        switch report.item.status {
        case .lost: return .lost
        case .missing: return .missing
        case .inProcess: return .inProcess
        case .reference: return .other
        case .ordinary: break
        }
        if report.item.transitTo != nil { return .inTransit }
        return report.isOnHoldShelf ? .onHoldShelf : .available
    }
}
