#include "usecases/papers/paper_figures.h"

#include <algorithm>
#include <boost/json.hpp>

#include "figures/figure_words.h"
#include "legal/measures.h"
#include "legal/standard_ids.h"
#include "usecases/figures/compute.h"
#include "usecases/settings.h"

namespace doorstep::usecases::papers {

namespace json = boost::json;
using doorstep::figures::Readers;

namespace {

/// From the first quarter of the year before to this one, and what they are compared with.
void set_periods(PaperFigures& paper) {
    using namespace doorstep::figures;
    auto const quarter = paper.quarter;
    for (FinancialQuarter one{quarter.year_start - 1, 1}; one <= quarter;) {
        paper.quarters.push_back(quarter_period(one));
        one = one.quarter == 4 ? FinancialQuarter{one.year_start + 1, 1}
                               : FinancialQuarter{one.year_start, one.quarter + 1};
    }
    auto const days = quarter.period();
    for (auto month = days.from; month < days.until; month = month.plus_months(1))
        paper.months.push_back(month_period(month));
    paper.years = {year_period(quarter.year_start - 2), year_period(quarter.year_start - 1),
                   *dates_period(days.until.plus_months(-12), days.until.plus_days(-1)),
                   year_to_date_period(quarter)};
    paper.earlier = {quarter_period({quarter.year_start - 2, quarter.quarter}),
                     quarter_period({quarter.year_start - 3, quarter.quarter})};
}

std::vector<ReportingPeriod> all_periods(PaperFigures const& paper) {
    std::vector<ReportingPeriod> all;
    for (auto const* list : {&paper.quarters, &paper.months, &paper.years, &paper.earlier})
        all.insert(all.end(), list->begin(), list->end());
    return all;
}

json::value figure_value(Figure const& figure) {
    json::object object{
        {"collected", figure.is_collected}, {"counted", figure.counted}, {"base", figure.base}};
    if (figure.days)
        object["days"] = {
            {"sum", figure.days->sum}, {"median", figure.days->median}, {"longest", figure.days->longest}};
    if (!figure.parts.empty()) {
        json::array parts;
        for (auto const& part : figure.parts) parts.push_back(json::array{part.code, part.count});
        object["parts"] = std::move(parts);
    }
    return object;
}

json::value number_value(std::optional<std::int64_t> number) {
    return number ? json::value(*number) : json::value(nullptr);
}

std::optional<std::int64_t> number_from(json::value const& value) {
    if (value.is_null()) return std::nullopt;
    return value.to_number<std::int64_t>();
}

Figure figure_from(json::object const& object) {
    Figure figure;
    figure.is_collected = object.at("collected").as_bool();
    figure.counted = object.at("counted").to_number<std::int64_t>();
    figure.base = object.at("base").to_number<std::int64_t>();
    if (auto const* days = object.if_contains("days"))
        figure.days = doorstep::figures::DaysFigure{days->at("sum").to_number<std::int64_t>(),
                                                    days->at("median").to_number<double>(),
                                                    days->at("longest").to_number<std::int64_t>()};
    if (auto const* parts = object.if_contains("parts"))
        for (auto const& part : parts->as_array())
            figure.parts.push_back(
                {std::string(part.at(0).as_string()), part.at(1).to_number<std::int64_t>()});
    return figure;
}

std::string difference_words(doorstep::figures::Measure const& measure, Figure const& figure, int smallest) {
    return doorstep::figures::cell_words(measure, figure, Readers::staff, smallest);
}

/// Parts stand in the order of their counts, and equal ones in any.
std::map<std::string, std::int64_t> parts_by_code(Figure const& figure) {
    std::map<std::string, std::int64_t> parts;
    for (auto const& part : figure.parts) parts[part.code] = part.count;
    return parts;
}

}  // namespace

Figure PaperFigures::of(std::string_view measure, ReportingPeriod const& period) const {
    auto const found = figures.find(std::string(measure));
    if (found != figures.end())
        if (auto const figure = found->second.find(period.code); figure != found->second.end())
            return figure->second;
    Figure none;
    none.is_collected = false;
    return none;
}

std::int64_t PaperFigures::part(std::string_view measure, ReportingPeriod const& period,
                                std::string_view code) const {
    for (auto const& part : of(measure, period).parts)
        if (part.code == code) return part.count;
    return 0;
}

PaperFigures count_paper(Context& context, FinancialQuarter quarter) {
    return count_paper(context, quarter, storage::papers::beside(context.read(), {}, quarter.code()));
}

PaperFigures count_paper(Context& context, FinancialQuarter quarter, storage::papers::Beside const& beside) {
    auto const& settings = context.settings();
    PaperFigures paper;
    paper.quarter = quarter;
    paper.smallest = settings.standards().number(legal::standard_ids::small_number, context.today);
    set_periods(paper);
    auto const periods = all_periods(paper);
    usecases::figures::ComputedFigures const computed(context.read(), settings, periods, context.today);
    for (auto const& measure : legal::measures())
        for (std::size_t n = 0; n < periods.size(); ++n)
            paper.figures[measure.id][periods[n].code] = computed.of(measure, n);
    std::map<std::pair<domain::surveys::CommentKind, std::string>, std::int64_t> comments;
    auto const now =
        static_cast<std::size_t>(std::find_if(periods.begin(), periods.end(),
                                              [&](auto const& one) { return one.code == paper.now().code; }) -
                                 periods.begin());
    for (auto const& tally : computed.tallies(domain::figures::Source::comments, now))
        if (auto const kind = enum_from_name<domain::surveys::CommentKind>(tally.a))
            comments[{*kind, tally.b}] += tally.count;
    for (auto const& [what, count] : comments) paper.comments.push_back({what.first, what.second, count});
    std::sort(paper.comments.begin(), paper.comments.end(), [](auto const& one, auto const& other) {
        return std::tie(one.kind, other.count, one.category) <
               std::tie(other.kind, one.count, other.category);
    });
    paper.partners = beside.partners;
    paper.stories = beside.stories;
    return paper;
}

std::string figures_json(PaperFigures const& paper) {
    json::object measures;
    for (auto const& [id, by_period] : paper.figures) {
        json::object periods;
        for (auto const& [code, figure] : by_period) periods[code] = figure_value(figure);
        measures[id] = std::move(periods);
    }
    json::array comments;
    for (auto const& one : paper.comments)
        comments.push_back(json::array{json::string(name_of(one.kind)), one.category, one.count});
    json::array partners;
    for (auto const& one : paper.partners)
        partners.push_back(json::object{{"partner", one.partner},
                                        {"patrols", number_value(one.patrols)},
                                        {"referrals", number_value(one.referrals)},
                                        {"words", one.words}});
    return json::serialize(json::object{{"quarter", paper.quarter.code()},
                                        {"smallest", paper.smallest},
                                        {"figures", std::move(measures)},
                                        {"comments", std::move(comments)},
                                        {"partners", std::move(partners)}});
}

std::optional<PaperFigures> read_figures(std::string_view text) {
    try {
        auto const whole = json::parse(text).as_object();
        auto const quarter = FinancialQuarter::parse(whole.at("quarter").as_string());
        if (!quarter) return std::nullopt;
        PaperFigures paper;
        paper.quarter = *quarter;
        paper.smallest = whole.at("smallest").to_number<int>();
        set_periods(paper);
        for (auto const& [id, periods] : whole.at("figures").as_object())
            for (auto const& [code, figure] : periods.as_object())
                paper.figures[std::string(id)][std::string(code)] = figure_from(figure.as_object());
        for (auto const& one : whole.at("comments").as_array())
            if (auto const kind = enum_from_name<domain::surveys::CommentKind>(one.at(0).as_string()))
                paper.comments.push_back(
                    {*kind, std::string(one.at(1).as_string()), one.at(2).to_number<std::int64_t>()});
        for (auto const& one : whole.at("partners").as_array())
            paper.partners.push_back({std::string(one.at("partner").as_string()),
                                      number_from(one.at("patrols")), number_from(one.at("referrals")),
                                      std::string(one.at("words").as_string())});
        return paper;
    } catch (boost::system::system_error const&) {
        return std::nullopt;
    } catch (std::out_of_range const&) {
        return std::nullopt;
    }
}

std::vector<FigureDifference> differences(PaperFigures const& frozen, PaperFigures const& counted,
                                          Settings const& settings) {
    std::vector<FigureDifference> found;
    for (auto const& period : all_periods(counted))
        for (auto const& measure : legal::measures()) {
            auto const said = frozen.of(measure.id, period);
            auto const is = counted.of(measure.id, period);
            auto const before = difference_words(measure, said, counted.smallest);
            auto const after = difference_words(measure, is, counted.smallest);
            bool const same = said.counted == is.counted && said.base == is.base && said.days == is.days &&
                              said.is_collected == is.is_collected;
            if (!same) found.push_back({measure.title, period.words, before, after});
            auto const parts_said = parts_by_code(said);
            auto const parts_are = parts_by_code(is);
            auto codes = parts_said;
            codes.insert(parts_are.begin(), parts_are.end());
            for (auto const& [code, unused] : codes) {
                auto const at = [&](auto const& parts) {
                    auto const part = parts.find(code);
                    return part == parts.end() ? 0 : part->second;
                };
                if (at(parts_said) != at(parts_are))
                    found.push_back(
                        {measure.title + ": " + usecases::figures::part_label(settings, measure, code),
                         period.words, std::to_string(at(parts_said)), std::to_string(at(parts_are))});
            }
        }
    if (frozen.comments != counted.comments)
        found.push_back({"Comments by what they are about", counted.now().words,
                         std::to_string(frozen.comments.size()) + " groups",
                         std::to_string(counted.comments.size()) + " groups"});
    return found;
}

}  // namespace doorstep::usecases::papers
