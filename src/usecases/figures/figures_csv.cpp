#include <fmt/format.h>

#include "documents/csv/field.h"
#include "figures/figure_words.h"
#include "figures/small_numbers.h"
#include "usecases/figures/view_figures.h"

namespace doorstep::usecases::figures {
namespace {

using documents::csv::field;
using doorstep::figures::Readers;

class Lines {
  public:
    Lines(FiguresView const& view, Settings const& settings, Readers readers)
        : view_(view), settings_(settings), readers_(readers) {}

    void add(Measure const& measure, ReportingPeriod const& period, Figure const& figure) {
        auto const words = doorstep::figures::figure_words(measure, figure, readers_, view_.asked.smallest);
        auto const value = doorstep::figures::plain_number(measure, figure, readers_, view_.asked.smallest);
        bool const shows_base = words.is_number && (figure.base > 0);
        line(measure, period, "", value ? fmt::format("{:.10g}", *value) : "",
             words.is_number ? std::to_string(figure.counted) : "",
             shows_base ? std::to_string(figure.base) : "", words.is_number ? "" : words.figure);
        if (figure.parts.empty() || !figure.is_collected) return;
        std::vector<std::int64_t> counts;
        for (auto const& part : figure.parts) counts.push_back(part.count);
        auto const hidden = readers_ == Readers::everyone
                                ? doorstep::figures::held_back(counts, view_.asked.smallest)
                                : std::vector<bool>(counts.size(), false);
        for (std::size_t n = 0; n < counts.size(); ++n) {
            auto const number = hidden[n] ? std::string() : std::to_string(counts[n]);
            line(measure, period, part_label(settings_, measure, figure.parts[n].code), number, number, "",
                 hidden[n] ? "Too few to show" : "");
        }
    }
    std::string text() && { return std::move(text_); }

  private:
    void line(Measure const& measure, ReportingPeriod const& period, std::string_view part,
              std::string_view value, std::string_view counted, std::string_view base,
              std::string_view note) {
        text_ +=
            fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\r\n", field(measure.id), field(measure.title),
                        field(measure.group), period.code, period.days.from.iso(), period.last_day().iso(),
                        name_of(measure.way), field(part), value, counted, base, field(note));
    }
    FiguresView const& view_;
    Settings const& settings_;
    Readers readers_;
    std::string text_ = "measure,title,group,period,first_day,last_day,kind,part,value,counted,base,note\r\n";
};

}  // namespace

std::string figures_csv(FiguresView const& view, Settings const& settings, Readers readers) {
    Lines lines(view, settings, readers);
    for (auto const& row : view.rows) {
        lines.add(*row.measure, view.asked.period, row.now);
        if (view.asked.before) lines.add(*row.measure, *view.asked.before, row.before);
        lines.add(*row.measure, view.asked.last_year, row.last_year);
    }
    return std::move(lines).text();
}

}  // namespace doorstep::usecases::figures
