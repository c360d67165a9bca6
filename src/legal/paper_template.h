#pragma once

#include "domain/papers/paper.h"

namespace doorstep::legal {

/// The board paper's form (standards/papers/board_paper.toml). Read once. Throws std::logic_error when the
/// file is not well made.
domain::papers::PaperTemplate const& board_paper_template();

}  // namespace doorstep::legal
