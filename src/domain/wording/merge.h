#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/people/people.h"

/// Letters and notices are Markdown with fields in double braces: "Dear {{name}}". Landlords change the
/// words; which fields there are is fixed by whoever sends the letter.
namespace doorstep::domain::wording {

/// A value to put in place of {{name}}, and whose it is.
struct Field {
    std::string name;
    std::string value;
    people::Side about = people::Side::neutral;  ///< a value about one side never goes to the other
    bool stays = false;  ///< left as {{name}}, for a page that puts more than text there
};

/// The closed list of fields of one letter.
class Fields {
  public:
    /// About nobody in particular: the landlord, the case reference, a date.
    Fields& set(std::string name, std::string value);
    /// About somebody on this side.
    Fields& set_about(people::Side side, std::string name, std::string value);
    /// Known, and left in place: a table of steps.
    Fields& leave(std::string name);
    Field const* find(std::string_view name) const;

  private:
    std::vector<Field> fields_;
};

/// What becomes of the values' own punctuation.
enum class As {
    markdown,    ///< escaped, so that what somebody typed is never a heading, a link or an instruction
    plain_text,  ///< as it is
};

/// Names of the fields in the order they appear, each as often as it does.
std::vector<std::string> field_names(std::string_view body);

/// The letter with its fields filled in, for a reader on the side `to`.
/// (1) A field that is not on the list is refused, and so is a brace that opens and does not close: a letter
/// with a hole in it never goes out. (2) A field about one side is refused in a letter to the other, and in
/// one to neither: staff make the mistake once, when they publish the wording, not in each letter.
Expected<std::string> merge(std::string_view body, Fields const& fields, people::Side to, As as);

}  // namespace doorstep::domain::wording
