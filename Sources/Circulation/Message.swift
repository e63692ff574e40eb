/// Something to be said to a person: a phrase and what goes into it. Words, plural forms, dates and money are
/// made of it by `Words`, in the reader's language, for page, paper and speech alike.
public struct Message: Hashable, Sendable {
    public enum Argument: Hashable, Sendable {
        case text(String)  // data: a title, a name. Isolated from the direction of the sentence around it.
        case number(Int)
        case date(LocalDate)
        case money(Money)
    }

    public struct Named: Hashable, Sendable {
        public var name: String
        public var value: Argument
    }

    public var phrase: Phrase
    public var arguments: [Named]

    public init(_ phrase: Phrase, _ arguments: KeyValuePairs<String, Argument> = [:]) {
        self.phrase = phrase
        self.arguments = arguments.map { Named(name: $0.key, value: $0.value) }
    }
}

/// Every phrase there is. A phrase that a words file lacks is found by a test, a misspelt one by the compiler.
public enum Phrase: String, CaseIterable, Sendable {
    case startingTitle = "starting.title"
    case startingMore = "starting.more"
    case attractTitle = "attract.title"
    case attractScan = "attract.scan"
    case attractPad = "attract.pad"
    case attractSlip = "attract.slip"
    case attractDesk = "attract.desk"
    case booksTitle = "books.title"  // n
    case booksNow = "books.now"
    case booksReturn = "books.return"
    case booksWhere = "books.where"
    case pinTitle = "pin.title"
    case pinForgot = "pin.forgot"
    case pinWrong = "pin.wrong"  // n: tries left
    case pinRub = "pin.rub"
    case pinNext = "pin.next"
    case pinTyped = "pin.typed"  // n
    case borrowFirst = "borrow.first"
    case borrowFirstNamed = "borrow.first.named"  // name
    case borrowWorking = "borrow.working"
    case borrowWorkingMore = "borrow.working.more"
    case borrowAll = "borrow.all"  // n
    case borrowMore = "borrow.more"
    case borrowPartial = "borrow.partial"  // a, b
    case borrowQuick = "borrow.quick"  // title
    case borrowQuickMore = "borrow.quick.more"
    case borrowOtherCard = "borrow.otherCard"
    case returnFirst = "return.first"
    case returnWorking = "return.working"
    case returnDone = "return.done"  // n
    case returnMore = "return.more"
    case receiptTitle = "receipt.title"
    case receiptPaper = "receipt.paper"
    case receiptNone = "receipt.none"
    case receiptLater = "receipt.later"  // n: seconds
    case receiptNoPaper = "receipt.noPaper"
    case goodbyeBorrowed = "goodbye.borrowed"  // n
    case goodbyeReturned = "goodbye.returned"  // n
    case goodbyeNothing = "goodbye.nothing"
    case goodbyeFirst = "goodbye.first"
    case goodbyeGate = "goodbye.gate"
    case goodbyeStillOpen = "goodbye.stillOpen"
    case warningTitle = "warning.title"
    case warningMore = "warning.more"
    case warningStay = "warning.stay"
    case warningDone = "warning.done"
    case seconds = "seconds"  // n
    case restTitle = "rest.title"
    case restLead = "rest.lead"
    case restWorks = "rest.works"
    case restReturn = "rest.return"
    case countPad = "count.pad"
    case countBorrowed = "count.borrowed"
    case countReturned = "count.returned"
    case countTrouble = "count.trouble"
    case rowSeen = "row.seen"
    case rowSeenNote = "row.seen.note"
    case rowAsking = "row.asking"
    case rowAskingNote = "row.asking.note"
    case rowLongNote = "row.long.note"
    case rowLent = "row.lent"
    case rowLentNote = "row.lent.note"
    case rowDone = "row.done"
    case rowDue = "row.due"  // date
    case rowDueText = "row.dueText"  // text
    case rowQuick = "row.quick"
    case rowQuickNote = "row.quick.note"
    case rowNeedsPad = "row.needsPad"
    case rowNeedsPadNote = "row.needsPad.note"
    case rowStaff = "row.staff"
    case rowStaffNote = "row.staff.note"
    case rowRefused = "row.refused"
    case rowYours = "row.yours"
    case rowReturned = "row.returned"
    case rowTrolley = "row.trolley"  // bin
    case rowToStaff = "row.toStaff"
    case rowNotOurs = "row.notOurs"
    case rowNotOursNote = "row.notOurs.note"
    case rowInDoubt = "row.inDoubt"
    case rowInDoubtNote = "row.inDoubt.note"
    case rowNoTitle = "row.noTitle"
    case patronUnknown = "patron.P-101"
    case patronWrongPIN = "patron.P-102"
    case patronStaffCard = "patron.P-103"
    case patronLostCard = "patron.P-104"
    case patronExpired = "patron.P-110"  // date
    case patronOwes = "patron.P-120"  // amount, limit
    case patronTooMany = "patron.P-121"  // n, limit
    case patronLate = "patron.P-122"  // n
    case patronBilled = "patron.P-123"
    case patronRecalled = "patron.P-124"
    case patronPaused = "patron.P-130"
    case patronNoAnswer = "patron.K-901"
    case itemRenewed = "item.B-201"  // date
    case itemYours = "item.B-202"
    case itemHeld = "item.B-210"
    case itemLentToOther = "item.B-211"
    case itemNotReady = "item.B-212"
    case itemWanted = "item.B-213"
    case itemNotHere = "item.B-214"
    case itemInTransit = "item.B-215"
    case itemFound = "item.B-216"
    case itemStays = "item.B-220"
    case itemInHouse = "item.B-240"
    case itemUnknown = "item.B-250"
    case cancel = "cancel"
    case help = "help"
    case helpText = "help.text"
    case finish = "finish"
    case understood = "ok"
    case nextCard = "nextCard"
    case moment = "moment"
    case labelComfort = "labels.comfort"
    case labelList = "labels.list"
    case labelUp = "labels.up"
    case labelDown = "labels.down"
    case labelContrast = "labels.contrast"
    case labelSound = "labels.sound"
    case paperBorrowed = "paper.borrowed"  // n
    case paperReturned = "paper.returned"  // n
    case paperDue = "paper.due"  // date
    case paperThanks = "paper.thanks"
    case paperSlip = "paper.slip"  // station, number
    case languageName = "language.name"
}
