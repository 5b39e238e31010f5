//! What has been read of a module, on disk.
use super::moment::MomentV1;
use crate::domain::{
    ids::{ModuleId, ProgressId, SectionId},
    progress::Progress,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProgressV1 {
    v: u32,
    module: ModuleId,
    read: Vec<SectionId>,
    changed: MomentV1,
}

super::versions!(Progress, ProgressV1);

impl From<&Progress> for ProgressV1 {
    fn from(it: &Progress) -> Self {
        Self { v: 1, module: it.module.clone(), read: it.read.clone(), changed: it.changed.into() }
    }
}

impl ProgressV1 {
    fn into_domain(self, id: [u8; 16]) -> Option<Progress> {
        let (id, changed) = (ProgressId::from_entropy(id), self.changed.into_domain()?);
        Some(Progress { id, module: self.module, read: self.read, changed })
    }
}
