#pragma once

#include "forms/form.h"
#include "usecases/closures/close_case.h"
#include "usecases/closures/view_closure.h"

/// What is asked of whoever closes a case.
namespace doorstep::inputs::closures {

using domain::closures::Outcome;

struct TypedClosing {
    Outcome outcome = Outcome::resolved;
    std::string resolved_reason;
    std::string unresolved_reason;
    std::string summary;
    std::string explanation;
    std::vector<std::string> confirmed;
};

/// Only the outcome is asked for here: the use-case names everything else that is missing, all at once.
forms::Form<TypedClosing> const& closing_form();
forms::Choices closing_choices(usecases::closures::ClosureView const& view);

/// For each check that is not so and may be passed over: why it is closed all the same. Fields "why-" and the
/// code of the check. Outlives the shapes it gives.
class WhyQuestions {
  public:
    explicit WhyQuestions(usecases::closures::ClosureView const& view);
    std::vector<std::string> const& names() const { return names_; }
    std::vector<forms::FieldShape> shapes() const;

  private:
    std::vector<std::string> names_;
    std::vector<std::string> labels_;
};

/// `fields` holds the answers to WhyQuestions.
domain::closures::Closing closing_from(usecases::closures::ClosureView const& view, TypedClosing const& typed,
                                       http::Pairs const& fields);

}  // namespace doorstep::inputs::closures
