#include "usecases/papers/number_cautions.h"

#include "base/text.h"
#include "domain/papers/numbers.h"
#include "legal/measures.h"
#include "legal/paper_template.h"
#include "usecases/papers/paper_tables.h"

namespace doorstep::usecases::papers {
namespace {

/// Everything the paper's tables print, in any of its periods.
std::set<std::string> figures_known(PaperView const& view, Settings const& settings) {
    std::set<std::string> known;
    auto const take = [&](std::string_view words) {
        for (auto& number : domain::papers::numbers_in(words)) known.insert(std::move(number));
    };
    auto const& figures = view.figures;
    for (auto const* list : {&figures.quarters, &figures.months, &figures.years, &figures.earlier})
        for (auto const& period : *list)
            for (auto const& measure : legal::measures()) {
                take(paper_cell(figures, measure.id, period));
                auto const figure = figures.of(measure.id, period);
                take(std::to_string(figure.counted));
                take(std::to_string(figure.base));
                for (auto const& part : figure.parts) take(std::to_string(part.count));
            }
    for (auto const& comment : figures.comments) take(std::to_string(comment.count));
    for (auto const& row :
         PaperTables{figures, settings, legal::board_paper_template().key_figures}.comments().rows)
        for (auto const& cell : row) take(cell);
    for (auto const& partner : figures.partners) {
        if (partner.patrols) take(std::to_string(*partner.patrols));
        if (partner.referrals) take(std::to_string(*partner.referrals));
        take(partner.words);
    }
    for (auto const& story : figures.stories) take(story);
    // What the form itself says of every quarter.
    for (auto const& section : view.sections) take(filled_in(section.form->words, figures, settings));
    return known;
}

}  // namespace

std::vector<NumberCaution> number_cautions(PaperView const& view, Settings const& settings) {
    auto const known = figures_known(view, settings);
    std::vector<NumberCaution> cautions;
    for (auto const& section : view.sections) {
        if (!section.is_written()) continue;
        auto numbers = domain::papers::unknown_numbers(section.words, known);
        if (numbers.empty()) continue;
        auto const& form = *section.form;
        cautions.push_back(
            {form.number.empty() ? form.title : form.number + " " + form.title, std::move(numbers)});
    }
    return cautions;
}

std::string caution_words(NumberCaution const& caution) {
    return caution.section + ": " + text::join(caution.numbers, ", ");
}

}  // namespace doorstep::usecases::papers
