#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "base/instant.h"
#include "legal/provision.h"

/// The law as dated data. What applied is chosen by the date of the event itself, never by today, because
/// commencement and saving provisions leave what was done before to the old rule. Answers carry the
/// provisions they rest on.
namespace doorstep::legal {

class Standards;
struct LawData;

/// A provision that an answer rests on, as it stood.
struct ProvisionUsed {
    std::string id;
    std::string value;
    std::string unit;  ///< as in ProvisionUnit's names, or a standard's unit
    std::string source;
    Evidence evidence = Evidence::memory;
    std::string evidence_marks;
    std::optional<Date> in_force_from;
    bool pending = false;
};

/// A day of the London calendar, and the moment on it where hours are counted.
struct LawMoment {
    Date day;
    std::optional<Instant> instant;

    static LawMoment on(Date day) { return {day, std::nullopt}; }
    static LawMoment at(Instant instant) { return {london_date(instant), instant}; }
    bool operator==(LawMoment const&) const = default;
};

/// "2026-12-24", "2026-12-24T15:00" or with seconds, in London's time of day; or with "Z" or an offset. A
/// blank may stand for the T. Nothing for what is none, or for a day or time that does not exist.
std::optional<LawMoment> parse_law_moment(std::string_view text);
/// "2026-12-27", or "2026-12-27T15:00:00+00:00" with London's offset.
std::string iso(LawMoment const& moment);
/// "27 December 2026", or "27 December 2026 at 3pm".
std::string words_for(LawMoment const& moment);

struct LawDeadline {
    std::string id;
    LawMoment from;
    LawMoment last_lawful;
    LawMoment target;  ///< our own, earlier; never before `from`. Of a waiting time: its last day
    std::vector<ProvisionUsed> rules;
};

struct TermQuestion {
    std::string kind;           ///< "closure.order", "closure.total", "injunction": see Law::term_kinds
    Date made;                  ///< the day the order was made or granted
    std::optional<Date> until;  ///< the last day; nothing: until further order
    std::optional<Date> previous_until;    ///< of an extension: the last day of the order as it stands
    std::optional<int> age = {};           ///< when made; nothing: an adult
    std::optional<Date> extended_on = {};  ///< when the extension was asked for, if that is to be judged
    Nation nation = Nation::england;
};

struct TermAnswer {
    bool lawful = false;
    std::optional<Date> latest;    ///< the last day that would be lawful; nothing: no such limit
    std::optional<Date> earliest;  ///< the first last day, where there is a shortest term
    std::string reason;            ///< a sentence
    std::vector<ProvisionUsed> rules;
};

struct WhoAnswer {
    bool may = false;
    std::string reason;                ///< a sentence
    std::vector<std::string> instead;  ///< codes of bodies that may: see Law::body_title
    std::vector<ProvisionUsed> rules;
};

/// Something that has to be done, or be so, before a power is used.
struct Requirement {
    std::string id;
    std::string power;
    std::string title;    ///< "Consult the youth offending team"
    std::string when;     ///< circumstance code; empty: always
    bool is_duty = true;  ///< false: expected by guidance or practice, may be passed with a reason
    bool is_bar = false;  ///< a thing that cannot be done at all, such as a power of arrest on a requirement
    std::string note;
    ProvisionUsed rule;
};

/// What an event makes possible or starts.
struct Consequence {
    std::string id;
    std::string event;
    std::string title;
    std::string opens;  ///< a power or task code: "possession.condition-4", "closure.costs"
    std::string when;   ///< the further condition in words; empty: none
    std::optional<LawDeadline> deadline;
    ProvisionUsed rule;
};

struct LawSubject {
    std::string code;
    std::string title;
};
struct LawName {
    std::string code;
    std::string title;
};

/// Every provision, as shipped or with what a site has set. Immutable, cheap to copy, safe from any thread.
///
/// Refused: RefusalKind::not_found, "law-id-unknown", for an id, kind or power that does not exist; otherwise
/// RefusalKind::invalid ("law-not-in-force", "law-needs-a-time", "law-no-period", "law-impossible").
class Law {
  public:
    /// law/*.toml as shipped, with the shipped standards. Throws std::logic_error when a file is not well
    /// made; problems_with_law finds the rest.
    static Law shipped();
    /// Pending rows with a start date set by an administrator, and a landlord's own standards. Refused: a
    /// row that is not there or not pending, two starts for one row, a start before the row it follows.
    static Expected<Law> with(Standards const& standards, std::vector<Commencement> commencements);
    static Expected<Law> with_commencements(std::vector<Commencement> commencements);
    /// For tests: the same provisions read in another order.
    Law reordered(unsigned seed) const;

    /// The row in force on the event's own date; nothing when none was. Unknown ids give nothing too: see
    /// knows.
    Provision const* on(std::string_view id, Date date, Nation nation = Nation::england,
                        Tenancy tenancy = Tenancy::social) const;
    /// The number of a row that has to be there: a missing one is a bug.
    int number(std::string_view id, Date date, Nation nation = Nation::england,
               Tenancy tenancy = Tenancy::social) const;
    bool knows(std::string_view id) const;

    /// The last lawful day or moment, and our target before it. Also of the landlord's standards
    /// ("sla.update_days"), by their own ids.
    Expected<LawDeadline> deadline(std::string_view id, LawMoment from, Nation nation = Nation::england,
                                   Tenancy tenancy = Tenancy::social) const;
    Expected<TermAnswer> term(TermQuestion const& question) const;
    /// `power` as in law/powers.toml ("injunction", "closure.notice"), `body` as in law/bodies.toml.
    Expected<WhoAnswer> who(std::string_view power, std::string_view body, Date on,
                            Nation nation = Nation::england) const;
    /// What has to come first in these circumstances ("under-18", "without-notice": circumstances()).
    Expected<std::vector<Requirement>> must_come_first(std::string_view power, Date on,
                                                       std::vector<std::string> const& circumstances = {},
                                                       Nation nation = Nation::england) const;
    /// What an event ("closure-order-made": events()) opens, with the deadline that starts at it.
    Expected<std::vector<Consequence>> becomes_possible(std::string_view event, LawMoment at,
                                                        Nation nation = Nation::england,
                                                        Tenancy tenancy = Tenancy::social) const;

    /// Every row, by subject, id and date.
    std::vector<Provision> const& provisions() const;
    std::vector<Provision const*> rows_of(std::string_view id) const;
    std::vector<LawSubject> const& subjects() const;
    std::vector<LawName> powers() const;
    std::vector<LawName> bodies() const;
    /// Those of them that let homes, and so may be the landlord of a site.
    std::vector<LawName> landlords() const;
    std::vector<LawName> term_kinds() const;
    std::vector<LawName> circumstances() const;
    std::vector<LawName> events() const;
    /// Its name for people; the code itself when unknown.
    std::string body_title(std::string_view code) const;
    Standards const& standards() const;

  private:
    explicit Law(std::shared_ptr<LawData const> data) : data_(std::move(data)) {}
    std::shared_ptr<LawData const> data_;
    friend struct LawParts;
};

/// What the worked examples (law/examples/*.toml) say about a law.
struct ExamplesRun {
    int count = 0;
    std::vector<std::string> problems;  ///< examples that came out otherwise, in sentences
    std::vector<std::string> shown;     ///< every id that an example is about, sorted
};
ExamplesRun run_law_examples(Law const& law);

/// Everything wrong with the law as shipped, in sentences: overlaps, gaps, unknown ids, missing sources,
/// provisions without a worked example, examples that come out otherwise. Empty in every release.
std::vector<std::string> problems_with_law(Law const& law);

}  // namespace doorstep::legal
