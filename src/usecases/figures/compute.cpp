#include "usecases/figures/compute.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/assert.h"
#include "base/text.h"
#include "storage/accounts.h"

namespace doorstep::usecases::figures {

using domain::figures::Source;
using domain::figures::Tally;
using domain::figures::Way;

namespace {

std::vector<Period> days_of(std::vector<ReportingPeriod> const& periods) {
    std::vector<Period> days;
    for (auto const& period : periods) days.push_back(period.days);
    return days;
}

/// From 1 April to the end of each period.
std::vector<Period> years_to_date(std::vector<ReportingPeriod> const& periods) {
    std::vector<Period> years;
    for (auto const& period : periods) {
        auto const quarter = FinancialQuarter::containing(period.last_day());
        years.push_back({quarter.year_to_date().from, period.days.until});
    }
    return years;
}

/// Periods that overlap, such as quarters and their months, cut wherever one of them begins or ends, so that
/// each day is counted once.
struct Cut {
    std::vector<Period> pieces;
    std::vector<std::vector<std::size_t>> periods;  ///< of each piece: which periods it is part of
};

Cut cut_at_every_end(std::vector<Period> const& periods) {
    std::set<Date> ends;
    for (auto const& period : periods) {
        ends.insert(period.from);
        ends.insert(period.until);
    }
    Cut cut;
    for (auto from = ends.begin(); from != ends.end() && std::next(from) != ends.end(); ++from) {
        Period const piece{*from, *std::next(from)};
        std::vector<std::size_t> part_of;
        for (std::size_t n = 0; n < periods.size(); ++n)
            if (periods[n].from <= piece.from && piece.until <= periods[n].until) part_of.push_back(n);
        if (part_of.empty()) continue;
        cut.pieces.push_back(piece);
        cut.periods.push_back(std::move(part_of));
    }
    return cut;
}

/// The tallies of each period, all of them counted in one statement.
std::vector<std::vector<Tally>> count_periods(storage::sql::Read& tx, Source source,
                                              std::vector<Period> const& periods, Date today,
                                              Narrowing const& narrowing) {
    auto const cut = cut_at_every_end(periods);
    std::vector<std::vector<Tally>> found(periods.size());
    for (auto const& tally : storage::figures::count(tx, source, cut.pieces, today, narrowing))
        for (auto const period : cut.periods.at(static_cast<std::size_t>(tally.period)))
            found[period].push_back(tally);
    return found;
}

std::vector<std::int64_t> opened_in_year(storage::sql::Read& tx, std::vector<ReportingPeriod> const& periods,
                                         Date today, Narrowing const& narrowing) {
    std::vector<std::int64_t> sums;
    for (auto const& tallies : count_periods(tx, Source::opened, years_to_date(periods), today, narrowing)) {
        sums.push_back(0);
        for (auto const& tally : tallies) sums.back() += tally.count;
    }
    return sums;
}

/// What figures_by needs to name its groups.
class GroupLabels {
  public:
    GroupLabels(storage::sql::Read& tx, Settings const& settings, Dimension by,
                std::vector<std::string> const& codes)
        : settings_(settings), by_(by) {
        if (by == Dimension::area) {
            for (auto& [id, name] : storage::figures::area_names(tx)) names_.emplace(id, name);
        } else if (by == Dimension::officer) {
            std::vector<AccountId> ids;
            for (auto const& code : codes)
                if (auto const id = AccountId::parse(code)) ids.push_back(*id);
            for (auto const& account : storage::accounts::find_all(tx, ids))
                names_.emplace(std::string(account.id.text()), account.name);
        }
    }
    std::string of(std::string const& code) const {
        if (code.empty()) return label_of_none(by_);
        if (by_ == Dimension::type) return std::string(settings_.list("categories").label(code));
        if (by_ == Dimension::risk) return risk_label(code);
        if (by_ == Dimension::harm_group) return std::string(settings_.list("harm-groups").label(code));
        auto const found = names_.find(code);
        return found == names_.end() ? "Not known" : found->second;
    }

  private:
    Settings const& settings_;
    Dimension by_;
    std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace

std::vector<SaidQuestion> said_questions(Settings const& settings) {
    std::vector<SaidQuestion> questions;
    for (auto const& set : settings.question_sets()) {
        if (set.code != "survey") continue;
        for (auto const& question : set.questions)
            if (!question.measure.empty())
                questions.push_back({.measure = question.measure,
                                     .question = question.code,
                                     .wording = question.wording,
                                     .good = question.good,
                                     .asked_from = set.in_use_from});
    }
    return questions;
}

std::optional<Date> collected_from(Settings const& settings, Measure const& measure,
                                   std::vector<SaidQuestion> const& questions,
                                   std::optional<Date> first_day) {
    std::optional<Date> latest = first_day;
    auto const take = [&](std::optional<Date> day) {
        if (day && (!latest || *latest < *day)) latest = day;
    };
    take(measure.collected_from);
    auto const& own = settings.site().collected_from;
    if (auto const found = own.find(measure.id); found != own.end()) take(found->second);
    if (measure.source == Source::answers) {
        std::optional<Date> asked;
        for (auto const& said : questions)
            if (said.measure == measure.question && (!asked || said.asked_from < *asked))
                asked = said.asked_from;
        take(asked);
    }
    return latest;
}

ComputedFigures::ComputedFigures(storage::sql::Read& tx, Settings const& settings,
                                 std::vector<ReportingPeriod> periods, Date today, Narrowing const& narrowing)
    : settings_(settings),
      periods_(std::move(periods)),
      homes_(narrowing.any() ? 0 : settings.site().homes),
      questions_(said_questions(settings)),
      first_day_(storage::figures::first_day(tx)),
      opened_in_year_(periods_.size(), 0),
      book_(count(tx, today, narrowing)) {
    std::vector<Date> days;
    for (auto const& period : periods_) days.push_back(period.days.from);
    for (auto const& period : periods_) days.push_back(period.days.until);
    open_ = storage::figures::open_at(tx, days, narrowing);
}

/// Every day once, whichever of the periods and of the years up to them it is part of.
doorstep::figures::TallyBook ComputedFigures::count(storage::sql::Read& tx, Date today,
                                                    Narrowing const& narrowing) {
    auto all = days_of(periods_);
    auto const years = years_to_date(periods_);
    all.insert(all.end(), years.begin(), years.end());
    auto const cut = cut_at_every_end(all);
    std::vector<bool> opened_alone;
    for (auto const& owners : cut.periods)
        opened_alone.push_back(std::all_of(owners.begin(), owners.end(),
                                           [&](std::size_t owner) { return owner >= periods_.size(); }));
    std::vector<Tally> tallies;
    for (auto const& tally : storage::figures::count_all(tx, cut.pieces, today, narrowing, opened_alone))
        for (auto const owner : cut.periods.at(static_cast<std::size_t>(tally.period))) {
            if (owner >= periods_.size()) {
                if (tally.source == Source::opened) opened_in_year_[owner - periods_.size()] += tally.count;
                continue;
            }
            tallies.push_back(tally);
            tallies.back().period = static_cast<int>(owner);
        }
    return {std::move(tallies), static_cast<int>(periods_.size())};
}

Figure ComputedFigures::of(Measure const& measure, std::size_t period) const {
    Figure figure;
    if (measure.way == Way::open)
        figure = doorstep::figures::evaluate_open(open_.at(periods_.size() + period));
    else if (measure.way == Way::rate)
        figure = doorstep::figures::evaluate_rate(opened_in_year_.at(period), homes_);
    else
        figure = doorstep::figures::evaluate(measure, book_.of(measure.source, static_cast<int>(period)),
                                             questions_);
    return doorstep::figures::not_collected_before(
        std::move(figure), periods_.at(period),
        figures::collected_from(settings_, measure, questions_, first_day_));
}

Reconciliation ComputedFigures::reconciliation(std::size_t period) const {
    auto const sum = [&](Source source) {
        std::int64_t total = 0;
        for (auto const& tally : book_.of(source, static_cast<int>(period))) total += tally.count;
        return total;
    };
    return {.open_at_start = open_.at(period),
            .opened = sum(Source::opened),
            .reopened = sum(Source::reopened),
            .closed = sum(Source::closed),
            .open_at_end = open_.at(periods_.size() + period)};
}

MeasureFigures::MeasureFigures(storage::sql::Read& tx, Settings const& settings, Measure const& measure,
                               std::vector<ReportingPeriod> periods, Date today,
                               std::optional<Date> first_day, Narrowing const& narrowing)
    : measure_(measure),
      periods_(std::move(periods)),
      questions_(said_questions(settings)),
      collected_from_(figures::collected_from(settings, measure, questions_, first_day)),
      tallies_(periods_.size()),
      homes_(narrowing.any() ? 0 : settings.site().homes) {
    if (measure.way == Way::open) {
        std::vector<Date> ends;
        for (auto const& period : periods_) ends.push_back(period.days.until);
        counts_ = storage::figures::open_at(tx, ends, narrowing);
    } else if (measure.way == Way::rate) {
        counts_ = opened_in_year(tx, periods_, today, narrowing);
    } else {
        tallies_ = count_periods(tx, measure.source, days_of(periods_), today, narrowing);
    }
}

Figure MeasureFigures::of(std::size_t period) const {
    Figure figure;
    if (measure_.way == Way::open)
        figure = doorstep::figures::evaluate_open(counts_.at(period));
    else if (measure_.way == Way::rate)
        figure = doorstep::figures::evaluate_rate(counts_.at(period), homes_);
    else
        figure = doorstep::figures::evaluate(measure_, tallies_.at(period), questions_);
    return doorstep::figures::not_collected_before(std::move(figure), periods_.at(period), collected_from_);
}

std::vector<doorstep::figures::ByWording> MeasureFigures::by_wording(std::size_t period) const {
    if (measure_.way != Way::said) return {};
    return doorstep::figures::evaluate_by_wording(measure_, tallies_.at(period), questions_);
}

std::vector<GroupFigure> figures_by(storage::sql::Read& tx, Settings const& settings, Measure const& measure,
                                    Dimension by, ReportingPeriod const& period, Date today,
                                    Narrowing const& narrowing) {
    if (measure.way == Way::rate) return {};
    auto const tallies =
        measure.way == Way::open
            ? storage::figures::open_at_by(tx, by, period.days.until, narrowing)
            : storage::figures::count_by(tx, measure.source, by, {period.days}, today, narrowing);
    std::map<std::string, std::vector<Tally>> by_code;
    for (auto const& tally : tallies) by_code[tally.group].push_back(tally);
    std::vector<std::string> codes;
    for (auto const& [code, unused] : by_code) codes.push_back(code);
    GroupLabels const labels(tx, settings, by, codes);
    auto const questions = said_questions(settings);

    std::vector<GroupFigure> groups;
    for (auto const& [code, of_group] : by_code) {
        GroupFigure group{.code = code, .label = labels.of(code), .figure = {}};
        if (measure.way == Way::open)
            group.figure = doorstep::figures::evaluate_open(of_group.front().count);
        else
            group.figure = doorstep::figures::evaluate(measure, of_group, questions);
        if (group.figure.counted > 0 || group.figure.base > 0) groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(), [](GroupFigure const& one, GroupFigure const& other) {
        if (one.code.empty() != other.code.empty()) return other.code.empty();
        auto const one_key = text::sort_key(one.label);
        auto const other_key = text::sort_key(other.label);
        return one_key != other_key ? one_key < other_key : one.code < other.code;
    });
    return groups;
}

std::string label_of_none(Dimension by) {
    if (by == Dimension::officer) return "Nobody";
    return by == Dimension::risk ? "Not assessed" : "Not recorded";
}

std::string risk_label(std::string_view code) {
    auto const band = enum_from_name<domain::cases::RiskBand>(code);
    return band ? std::string(words_of(*band)) : "Not known";
}

std::string officer_name(storage::sql::Read& tx, std::string_view id) {
    auto const account = AccountId::parse(id);
    if (!account) return "Not known";
    auto const found = storage::accounts::find_all(tx, {*account});
    return found.empty() ? "Not known" : found.front().name;
}

std::string part_label(Settings const& settings, Measure const& measure, std::string const& code) {
    if (!measure.list.empty())
        return code.empty() ? "Not recorded" : std::string(settings.list(measure.list).label(code));
    for (auto const& [part, words] : measure.parts)
        if (part == code) return words;
    return code.empty() ? "Not recorded" : code;
}

}  // namespace doorstep::usecases::figures
