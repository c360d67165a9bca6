#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/reports/questions.h"
#include "usecases/settings.h"

/// The journey as one table: what is asked, in which order, and when it is left out.
namespace doorstep::inputs::reports {

/// What decides besides the answers.
struct Facts {
    usecases::Settings const& settings;
    Date today;
};

/// How somebody passes by without an answer.
enum class Skip { none, do_not_want_to_say, do_not_know };

/// The part of the check page it stands in.
enum class Section { what_happened, how_it_affects_you, you };

struct Step {
    std::string_view name;                    ///< the last part of its address
    Words title;                              ///< the h1 of a page without a single question to be it
    Question const& (*question)() = nullptr;  ///< nothing on pages that only tell, and on that of the files
    Skip skip = Skip::none;
    Section section = Section::what_happened;
    bool (*applies)(Pairs const& answers, Facts const& facts) = nullptr;  ///< nothing: always
    Words nothing_given = {};  ///< said when a page of optional fields is sent empty; nothing: that is fine
    Words intro = {};          ///< a paragraph under the h1
};

std::span<Step const> steps();
/// Nothing for a page that does not exist.
Step const* find_step(std::string_view name);
bool applies(Step const& step, Pairs const& answers, Facts const& facts);
/// The label of its only question, or its title.
Words heading_of(Step const& step);
bool question_is_heading(Step const& step);

/// Answered, or passed by on purpose.
bool is_done(Step const& step, Pairs const& answers);
/// The next page that applies; nothing after the last, where the check page comes.
Step const* next_step(Step const& from, Pairs const& answers, Facts const& facts);
Step const* previous_step(Step const& from, Pairs const& answers, Facts const& facts);
/// Pages that apply and are neither answered nor passed by, in order.
std::vector<Step const*> steps_left(Pairs const& answers, Facts const& facts);

/// Whether anything was typed or chosen for any field of the question.
bool has_value(Question const& question, Pairs const& typed);

/// Puts what was typed on this page in the place of what was there. Fields that are not open are dropped.
void take_answers(Pairs& answers, Step const& step, Pairs const& typed);
void mark_done(Pairs& answers, Step const& step);
/// Passed by: what was there is removed.
void mark_skipped(Pairs& answers, Step const& step);

/// Reads one page. Every problem, also that nothing was given at all.
std::vector<Problem> read_step(Answers& into, Step const& step, Pairs const& typed,
                               forms::ParseOptions const& options);

}  // namespace doorstep::inputs::reports
